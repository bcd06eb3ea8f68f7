import { saidId } from '../domain/message-ref.ts'
import type { Conversation } from '../domain/notice.ts'
import { isHandedIn } from '../domain/open-channel.ts'
import type { Reach, Speech, Tell } from '../ports/speech.ts'
import { toldThere } from '../wording/api.ts'
import { unreachable } from '../wording/channels.ts'
import { askToPost } from './by-hand.ts'
import { postsOf } from './posts.ts'
import { decideTelling, type Verdict } from './tell.ts'
import { unsaidOnTrial, withheld } from './trial.ts'
import { askToTelephone, callSooner, leaveVoices, tellOwnerInstead } from './unreached.ts'
import { postsBy, type Route, routeTo, type Way } from './ways.ts'

/** Decides about everything that waits in one conversation, and does it. */
export const tellWaiting =
  (reach: Reach): Tell =>
  async (speech, to, waiting, saidLastHour) => {
    const desk = await speech.desk()
    const route = await routeTo(speech, to, reach)
    const unsaid = await unsaidOnTrial(desk, waiting)
    const rest = waiting.filter((n) => !unsaid.includes(n))
    for (const verdict of [...withheld(desk, unsaid), ...decideTelling(desk, rest, saidLastHour, postsBy(route))])
      await carryOut(speech, to, verdict, route, reach)
  }

async function carryOut(speech: Speech, to: Conversation, verdict: Verdict, route: Route, reach: Reach): Promise<void> {
  switch (verdict.do) {
    case 'hold':
      return speech.changeNotices(verdict.keys, { notBefore: verdict.until })
    case 'aside':
      for (const { key, aside, conversation } of await speech.notices(verdict.keys)) await speech.turnAside(key, aside ?? conversation)
      return
    case 'suppress':
      await speech.changeNotices(verdict.keys, { state: 'suppressed', why: verdict.why })
      return (await speech.desk()).notify(verdict.tell)
    case 'say':
      return say(speech, to, verdict, route, reach)
    default:
      return verdict satisfies never
  }
}

/**
 * Saying something and remembering that it is said is one fact; the message's id is the notice's key, so that it cannot be
 * said twice. In the sandbox the message is all there is; elsewhere it goes to the outbox and is delivered afterwards.
 */
async function say(
  speech: Speech,
  conversation: Conversation,
  verdict: Extract<Verdict, { do: 'say' }>,
  route: Route,
  reach: Reach,
): Promise<void> {
  const { keys, text, photos, mentions, quote, expiresAt, tickets, why } = verdict
  if (isHandedIn(conversation)) return speech.changeNotices(keys, { state: 'suppressed', why: toldThere })
  if (route.by === 'none') {
    await speech.changeNotices(keys, { state: 'failed', why: unreachable })
    await callSooner(speech, keys)
    await leaveVoices(speech, keys)
    return tellOwnerInstead(speech, keys)
  }
  const message = saidId(keys[0] ?? '')
  await speech.say({ id: message, conversation, text, quote, photos, tickets })
  if (route.by === 'sandbox') return speech.changeNotices(keys, { state: 'sent', sentAt: speech.now, why })
  // 群发 allows about one a day: what cannot wait goes by hand.
  const way: Way = route.way.posts === 'confirm' && verdict.urgent ? { ...route.way, channel: 'by-hand' } : route.way
  const machine = reach.machine()
  await speech.write(
    postsOf({ town: speech.town, conversation, message, keys, text, photos, mentions, quote, expiresAt }, way, machine),
    machine,
  )
  await speech.changeNotices(keys, { state: 'claimed', why })
  if (way.channel === 'form') await askToTelephone(speech, keys)
  if (way.channel === 'by-hand') await askToPost(await speech.desk(), { conversation, message, text, owner: way.owner, tap: false })
}
