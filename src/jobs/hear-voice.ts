import { DAY_MS, later, MINUTE_MS } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import { toPerson } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import { personName } from '../domain/roster.ts'
import { spokenWords } from '../domain/spoken-words.ts'
import { handleMessage } from '../inbox/handle.ts'
import { isOnlyHeard } from '../inbox/heard-only.ts'
import { leaveUnheard } from '../inbox/leave-unheard.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import type { Said } from '../ports/language-model.ts'
import { onDuty } from '../tickets/on-duty.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { perhapsDanger } from '../wording/second-opinion.ts'
import { cannotListen, heardAs, notUnderstood } from '../wording/voices.ts'
import { defineJob } from './define-job.ts'

const HALF_HOUR_MS = 30 * MINUTE_MS
const LATE_MS = 60_000

/**
 * Has a spoken message written down, and shows the words to the speaker one-to-one. They count only with the speaker's own 是;
 * until then nothing is judged by them.
 */
export const hearVoice = defineJob({
  name: 'hear-voice',
  async run(desk, work, { judge, listening, afterwards }) {
    const heard = await desk.heard(work.data.message)
    const recording = heard?.voice ? await desk.recording(heard.voice.id) : null
    if (!heard || !recording) return 'gone'
    if (desk.now.getTime() - work.at.getTime() > HALF_HOUR_MS) return tell(desk, heard, notUnderstood, 'too late to listen')
    if (!listening) return tell(desk, heard, cannotListen, 'nobody listens')
    const call = `voice:${heard.id}`
    const begun = await desk.beginCall({ id: call, person: heard.person, asked: listening.listener.name }, listening.budget)
    if (begun !== 'begun') return tell(desk, heard, cannotListen, begun)
    const late = { key: `voice-late:${call}`, job: 'voice-late' as const, at: later(desk.now, LATE_MS), ticket: null }
    await desk.addDue({ ...late, data: { call, message: heard.id } })
    const named = { ...recording, name: heard.voice?.name ?? recording.name }
    afterwards(async () => {
      const said = await listening.listener.transcribe(named)
      return async (then) => {
        if (!(await then.callWaits(call))) return
        await then.endCall(call, await showBack(then, heard, said, judge))
        await then.cancelDue(late.key)
      }
    })
    return 'listening'
  },
})

/** The process ended while it listened, or nobody answered: the speaker is asked to type. */
export const voiceLate = defineJob({
  name: 'voice-late',
  async run(desk, work) {
    const call = work.data.call
    const heard = await desk.heard(work.data.message)
    if (!heard || !(await desk.callWaits(call))) return 'answered'
    await desk.endCall(call, 'late: nothing heard within a minute')
    return tell(desk, heard, notUnderstood, 'given up')
  },
})

type TellDesk = Pick<Desk, 'roster' | 'notify'> & Parameters<typeof leaveUnheard>[0]

async function tell(desk: TellDesk, heard: Heard, text: string, outcome: string): Promise<string> {
  if (isOnlyHeard(desk, heard)) {
    await leaveUnheard(desk, heard)
    return outcome
  }
  await desk.notify([{ key: `voice:${heard.id}`, to: toPerson(heard.person), ticket: null, occasion: 'voice', text, answer: true }])
  return outcome
}

async function showBack(desk: Desk, heard: Heard, said: Said, judge: Judge): Promise<string> {
  const words = 'text' in said ? spokenWords(said.text) : null
  if (words === null)
    return tell(desk, heard, notUnderstood, 'failed' in said ? `failed: ${said.failed}` : 'nothing anybody could have said')
  // Who is not asked cannot say 是; a clerk reads it before anything comes of it.
  if (isOnlyHeard(desk, heard)) {
    await desk.writeDown(heard.id, words)
    await handleMessage(desk, { ...heard, text: words }, judge)
    return 'taken as heard'
  }
  const id = `voice:${heard.id}`
  const data = { message: heard.id, text: words }
  await desk.ask({ id, person: heard.person, what: 'voiceWords', ticket: null, data }, later(desk.now, DAY_MS))
  const judgement = judge(words)
  if (judgement.danger) await warn(desk, heard, words, judgement)
  return tell(desk, heard, heardAs(words), 'shown back')
}

/** Whoever calls for help by voice may not come to say 是: the duty cadre hears it at once, as words to be checked. */
async function warn(desk: Pick<Desk, 'roster' | 'notify'>, heard: Heard, words: string, judgement: Judgement): Promise<void> {
  const village = villageOfWords(desk.roster, heard.conversation, heard.person, words)
  const duty = onDuty(desk, { judgement, text: words, village, reporter: heard.person })
  if (!duty) return
  const text = perhapsDanger(placeName(desk.roster, village), personName(desk.roster, heard.person), words.slice(0, 60))
  await desk.notify([{ key: `voice:${heard.id}:danger`, to: toPerson(duty), ticket: null, occasion: 'second:danger', text, urgent: true }])
}
