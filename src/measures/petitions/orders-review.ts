import { groupIn, toPerson } from '../../domain/notice.ts'
import { answerOwed, mayAskUntil, staffOf } from './facts.ts'
import * as say from './words.ts'
import { privately } from '../../orders/answer.ts'
import type { Call, Reply } from '../../orders/define-command.ts'

const WANTS = /复查|复核|不(?:服|同意|认可?)(?:这个|这份|你们的?|镇里的?)?(?:处理|答复|意见)/u
const OWN = 5

/** A petitioner is told that a review may be asked for (arts. 35, 36); their word for it, in their words, reaches the office. */
export async function reviewWanted(call: Call): Promise<Reply[] | null> {
  const { desk, spoken, text } = call
  if (!WANTS.test(text) || groupIn(spoken.conversation) !== null) return null
  const whose = { person: spoken.person.id, at: ['petitioner', 'person'] }
  const answered = (await desk.petitions.list({ whose, newestFirst: true, limit: OWN })).filter((p) => mayAskUntil(p) !== null)
  const [petition] = answered
  const until = petition && mayAskUntil(petition)
  if (!petition || !until) return null
  if (petition.reviews.some((r) => r.answeredAt === null || r.step === 'recheck'))
    return privately(say.ownState(petition, answerOwed(petition, desk.calendar), desk.now))
  if (until < desk.now) return privately(say.reviewTooLate(petition.number))
  const step = petition.reviews.length > 0 ? 'recheck' : 'review'
  const [office] = staffOf(desk.roster, petition.about)
  const told = new Set([office, petition.lead].flatMap((id) => (id && id !== spoken.person.id && !petition.about.includes(id) ? [id] : [])))
  await desk.notify(
    [...told].map((id) => ({
      ...{ key: `petition:${petition.id}:wants-${step}:${id}`, to: toPerson(id), ticket: null, occasion: 'petition' },
      text: say.reviewWantedForStaff(petition.number, spoken.person.name, step),
    })),
  )
  return privately(say.reviewHow(petition.number, step, until, desk.now))
}
