import { FORGOTTEN_NAME } from '../../domain/forgotten.ts'
import { asJson } from '../columns.ts'
import type { Erasing, Take } from './erasing.ts'
import { jsonWithout } from './traces.ts'

/** The matter stays, as it is called; who told it is nobody. Its version moves on, so that no undoing brings the old row back. */
export const tickets: Take = async (of) => {
  const { tx, town, person, nobody, own, near, redact } = of
  const touched = await tx.ticket.findMany({
    where: { townId: town, OR: [{ id: { in: [...own, ...near] } }, ...(person === '' ? [] : [{ aboutIds: { has: person } }])] },
  })
  for (const t of touched) {
    const theirs = own.includes(t.id)
    const how = theirs ? redact.own : redact.elsewhere
    const about = t.aboutIds.map((id) => (id === person ? nobody : id))
    const title = how(t.title)
    await tx.ticket.update({
      where: { townId_id: { townId: town, id: t.id } },
      data: {
        aboutIds: about,
        title,
        text: theirs ? title : how(t.text),
        resolution: t.resolution && how(t.resolution),
        waitingReason: t.waitingReason && how(t.waitingReason),
        ...(theirs && t.reporterId === person && { reporterId: nobody }),
        ...(theirs && t.throughId !== null && { throughName: FORGOTTEN_NAME }),
        version: { increment: 1 },
      },
    })
  }
  return touched.length
}

/** Of the measures only what rested on their yes: what a law wants kept stays as it is. */
export const cases: Take = async (of) => {
  const { tx, town, onConsent, redact } = of
  let changed = 0
  for (const row of await tx.measureCase.findMany({ where: { townId: town, measure: { in: [...onConsent] } } })) {
    const left = caseWithout(of, row.whole, redact.own)
    if (left === null) continue
    const { measure, id, version } = row
    const whole = { ...left, version: version + 1 }
    await tx.measureCase.update({
      where: { townId_measure_id: { townId: town, measure, id } },
      data: { whole: asJson(whole), version: version + 1 },
    })
    changed += 1
  }
  return changed
}

/** A case in which they stand, without them; others are called so too, and stay. */
function caseWithout(of: Erasing, whole: Parameters<typeof jsonWithout>[1], how: (text: string) => string): object | null {
  if (of.person === '' || !JSON.stringify(whole).includes(of.person)) return null
  const left = jsonWithout(of, whole, how)
  return left !== null && typeof left === 'object' ? left : null
}
