/** Libraries quote what they could not read. Our log speaks English: Chinese in it, and a long number, are somebody’s. */
const SOMEBODYS = /\p{Script=Han}+|\d{7,}[Xx]?/gu
const unsaid = (text: string): string => text.replace(SOMEBODYS, '…')

type ToldFault = {
  type: string
  message: string
  stack: string
  code?: string
}

/** A fault for the log: what it is and where, without the rows, queries and answers that libraries hang on what they throw. */
export function toldFault(fault: unknown): ToldFault {
  if (!(fault instanceof Error)) return { type: typeof fault, message: unsaid(String(fault)), stack: '' }
  const code = 'code' in fault && typeof fault.code === 'string' ? { code: fault.code } : {}
  const cause = fault.cause instanceof Error ? `\ncaused by: ${fault.cause.stack}` : ''
  return { type: fault.name, message: unsaid(fault.message), stack: unsaid(`${fault.stack}${cause}`), ...code }
}
