import type { SayOutcome } from '../../ports/channel.ts'
import { channelDown, gatewayAway, gatewayRefused, maybeSaid, unknownFault } from '../../wording/channels.ts'

/** Said before anything has left: no connection, or nobody is logged in. */
const NOT_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|No connection established|not logged in|NO CLIENT|no grpc manager/iu
const REFUSED = /\b16 UNAUTHENTICATED|\b7 PERMISSION_DENIED|Invalid Wechaty TOKEN/iu

/** What a fault while speaking means. Nothing removes a repeated message here, so what is not surely unsaid is unknown. */
export function outcomeOf(fault: string): SayOutcome {
  if (REFUSED.test(fault)) return { outcome: 'refused', why: gatewayRefused }
  if (NOT_SENT.test(fault)) return { outcome: 'retry', patience: 'long', why: channelDown }
  return { outcome: 'unknown', why: maybeSaid(fault) }
}

/** The event stream of the gateway is gone, and the library waits a minute before it looks. */
export const isCut = (fault: string): boolean => /\b(?:1 CANCELLED|14 UNAVAILABLE|16 UNAUTHENTICATED)\b|Call cancelled/iu.test(fault)

/** A fault for the operator. */
export function whyOf(fault: string): string {
  if (REFUSED.test(fault)) return gatewayRefused
  if (isCut(fault) || NOT_SENT.test(fault)) return gatewayAway
  // Our own sentences are in Chinese.
  return /\p{Script=Han}/u.test(fault) ? fault : unknownFault(fault)
}
