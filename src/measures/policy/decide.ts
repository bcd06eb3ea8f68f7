import type { BulletinItem } from '../bulletin/facts.ts'
import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import { toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { mayApprove, type PolicyNotice } from './facts.ts'
import type { Desk } from '../../ports/desk.ts'
import * as say from './words.ts'
import { announce } from '../bulletin/announce.ts'

/** Not told within this time, it is no longer news. */
const GOOD_FOR_DAYS = 7

export type Decided = { notice: PolicyNotice; when: say.WhenTold | null } | { refused: 'decided' | 'not-allowed'; notice: PolicyNotice }

/** 同意 or 不同意: by whoever may for all of its groups. Approved, it goes into the groups' posts of the day. */
export async function decideNotice(desk: Desk, by: Person, notice: PolicyNotice, yes: boolean, note: string): Promise<Decided> {
  if (!mayApprove(desk.roster, by, notice.groups)) {
    await desk.chronicle.append(`policy:${notice.id}`, [{ at: desk.now, what: 'denied-try', by: by.id, note: null, data: {} }])
    return { refused: 'not-allowed', notice }
  }
  if (notice.state !== 'draft') return { refused: 'decided', notice }
  const after: PolicyNotice = { ...notice, state: yes ? 'approved' : 'denied', decidedBy: by.id, decidedAt: desk.now }
  await desk.policies.change(after)
  await desk.chronicle.append(`policy:${notice.id}`, [
    { at: desk.now, what: yes ? 'approved' : 'denied', by: by.id, note: note || null, data: {} },
  ])
  const when = yes ? { at: await announce(desk, itemsOf(desk, after)), hour: desk.settings.bulletinAt } : null
  if (notice.by !== by.id)
    await desk.notify([
      {
        ...{ key: `policy:${notice.id}:decided`, to: toPerson(notice.by), ticket: null, occasion: 'policy' },
        text: when ? say.approvedForAuthor(after, by.name, when) : say.deniedForAuthor(after, by.name, note),
      },
    ])
  return { notice: after, when }
}

function itemsOf(desk: Desk, { id, text, groups }: PolicyNotice): BulletinItem[] {
  const from = dayOf(desk.now)
  const until = dayName(numberOfDay(from) + GOOD_FOR_DAYS)
  return groups.map((group) => ({
    ...{ id: `policy:${id}:${group}`, group, occasion: 'policy' as const, text: say.inGroup(text) },
    ...{ from, until, gentle: false, picture: null },
  }))
}

/** Takes back what no group has read yet; false when all have. */
export async function withdrawNotice(desk: Desk, by: Person, notice: PolicyNotice): Promise<boolean | { refused: 'not-allowed' }> {
  if (notice.by !== by.id && !mayApprove(desk.roster, by, notice.groups)) return { refused: 'not-allowed' }
  const some = notice.state === 'draft' || (await desk.bulletin.drop(`policy:${notice.id}:`, '收回'))
  if (!some) return false
  await desk.policies.change({ ...notice, state: 'withdrawn' })
  await desk.chronicle.append(`policy:${notice.id}`, [{ at: desk.now, what: 'withdrawn', by: by.id, note: null, data: {} }])
  return true
}
