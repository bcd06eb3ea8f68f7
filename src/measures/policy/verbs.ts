import { maskPersonal } from '../../domain/mask.ts'
import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import { toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { personName, type Roster } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import { askApproval } from '../ask-approval.ts'
import type { BulletinItem } from '../bulletin/facts.ts'
import { announce } from '../bulletin/verbs.ts'
import { approverOf, LONGEST_NOTICE, mayApprove, type PolicyNotice } from './facts.ts'
import * as say from './words.ts'
import { audienceOf } from './words.ts'

/** Whom groups reach, in words: the village of a village's group, the name of any other. */
export const audienceName = (roster: Roster, groups: readonly string[]): string =>
  audienceOf(
    groups.flatMap((id) => {
      const group = roster.groups.get(id)
      return group ? [group.kind === 'village' ? placeName(roster, group.grid) : group.name] : []
    }),
  )

export type Drafted = { notice: PolicyNotice; approver: string } | { refused: 'link' | 'long' | 'nobody' }

const LINK = /https?:|www\.|\.(?:com|cn|net|gov)\b/iu

/** 通知: written down with its number, and put before whoever decides; the author, where that is the author. */
export async function draftNotice(desk: Desk, by: Person, said: string, groups: readonly string[]): Promise<Drafted> {
  const text = maskPersonal(said.trim())
  if (LINK.test(text)) return { refused: 'link' }
  if (text.length > LONGEST_NOTICE) return { refused: 'long' }
  const approver = approverOf(desk.roster, by, groups)
  if (!approver) return { refused: 'nobody' }
  const notice: PolicyNotice = {
    ...{ id: desk.newId(), number: await desk.policies.nextNumber(), by: by.id, text, groups: [...groups], at: desk.now },
    ...{ state: 'draft', decidedBy: null, decidedAt: null },
  }
  await desk.policies.add(notice)
  await desk.chronicle.append(`policy:${notice.id}`, [{ at: desk.now, what: 'drafted', by: by.id, note: text, data: { groups } }])
  const audience = audienceName(desk.roster, groups)
  await askApproval(desk, {
    ...{ key: `policy:${notice.id}`, person: approver, yes: `同意通知 ${notice.number}`, no: `不同意通知 ${notice.number}` },
    text: approver === by.id ? say.askAuthor(notice, audience) : say.askApprover(notice, personName(desk.roster, by.id), audience),
  })
  return { notice, approver }
}

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
