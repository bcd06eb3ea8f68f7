import type { Answers } from '../../ports/answers.ts'
import type { Channel, OutgoingPost, SayOutcome } from '../../ports/channel.ts'
import { noPicturesHere } from '../../wording/channels.ts'
import { noAnswerOpen } from '../../wording/wecom.ts'
import { botChannel } from './bot.ts'
import { type QyAnswer, request } from './http.ts'
import { COMMANDS } from './line/frames.ts'
import type { KeptLine } from './line/keep-line.ts'
import { faultOf } from './outcome.ts'

const CHANNEL = 'wecom-bot'
/** The id of the request is not known any more, or its time is over: surely nothing was posted. */
const OVER = [846605, 846608]
const DOWN: QyAnswer = { errcode: null, sent: false, why: 'line' }

interface Needs {
  answers: Pick<Answers, 'take'>
  machine(): Date
}

const wordsOf = ({ text }: OutgoingPost): object => ({ msgtype: 'markdown', markdown: { content: text } })
const outcomeOf = (answer: QyAnswer, { to }: OutgoingPost): SayOutcome =>
  faultOf(answer, { to, dedupes: false }) ?? { outcome: 'sent', externalId: null }

/** By long connection: what answers somebody is shown as the answer to their words, everything else is a message of its own. */
export function lineChannel(kept: Pick<KeptLine, 'line'>, { answers, machine }: Needs): Channel {
  const ask = async (cmd: string, body: object, reqId?: string): Promise<QyAnswer> => (await kept.line()?.ask(cmd, body, reqId)) ?? DOWN
  const pushing = botChannel({ push: (body) => ask(COMMANDS.push, body) })
  return {
    ...pushing,
    // While another process has the line, or nobody has, posts wait for it.
    get sideBySide() {
      return kept.line() ? pushing.sideBySide : 0
    },
    async say(post) {
      // In a group, only what quotes somebody is an answer to them.
      const answering = !post.picture && (post.quote !== null || post.to === 'person')
      const reqId = answering ? await answers.take(CHANNEL, { message: post.quote, place: post.externalId }, machine()) : null
      const answer = reqId === null ? null : await ask(COMMANDS.respond, wordsOf(post), reqId)
      if (answer && (answer.errcode === null ? answer.sent : !OVER.includes(answer.errcode))) return outcomeOf(answer, post)
      return pushing.say(post)
    },
  }
}

/** By URL it cannot speak first: each word to it may be answered once, within the hour. */
export function urlChannel({ answers, machine, callMs }: Needs & { callMs: number }): Channel {
  const { buckets } = botChannel({ push: async () => DOWN })
  return {
    name: CHANNEL,
    sideBySide: 4,
    buckets,
    async say(post) {
      if (post.picture) return { outcome: 'content-fault', why: noPicturesHere }
      const take = (message: string | null) => answers.take(CHANNEL, { message, place: post.externalId }, machine())
      const url = (post.quote === null ? null : await take(post.quote)) ?? (await take(null))
      if (url === null) return { outcome: 'elsewhere', why: noAnswerOpen }
      const init = { method: 'POST', body: JSON.stringify(wordsOf(post)), headers: { 'content-type': 'application/json' } }
      return outcomeOf(await request(url, init, callMs), post)
    },
  }
}
