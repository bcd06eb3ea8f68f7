import { personIn } from './notice.ts'

/** What programs hand in is heard on this channel; each request has a teller of its own, so that no two become one story. */
export const OPEN_CHANNEL = 'open311'

const TELLER = `${OPEN_CHANNEL}-`

export const tellerOf = (token: string): string => `${TELLER}${token}`

/** An office has taken it down and handed it on: it is a matter because they say so, and they look after the answer themselves. */
export const isHandedIn = (conversation: string): boolean => personIn(conversation)?.startsWith(TELLER) ?? false
