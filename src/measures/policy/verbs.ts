import { maskPersonal } from '../../domain/mask.ts'
import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import { toGroup, toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { personName, type Roster, trialIn } from '../../domain/roster.ts'
import type { Span } from '../../domain/span.ts'
import type { Desk } from '../../ports/desk.ts'
import { askApproval } from '../ask-approval.ts'
import type { BulletinItem } from '../bulletin/facts.ts'
import { announce, type BulletinDesk } from '../bulletin/verbs.ts'
import { changeCase, noteCase, openCase } from '../cases.ts'
import { approverOf, LONGEST_NOTICE, mayApprove, NOTICES, type PolicyNotice } from './facts.ts'
import * as say from './words.ts'
import { audienceOf } from './words.ts'

declare module '../../domain/notice.ts' {
  interface MeasureOccasions extends Record<'policy', true> {}
}

/** Whom groups reach, in words: the village of a village's group, the name of any other. */
export const audienceName = (roster: Roster, groups: readonly string[]): string =>
  audienceOf(
    groups.flatMap((id) => {
      const group = roster.groups.get(id)
      return group ? [group.kind === 'village' ? placeName(roster, group.grid) : group.name] : []
    }),
  )

/** The same, apart: who reads it in their group, and whose group is only heard for now. */
export function audiencesOf(roster: Roster, groups: readonly string[]): { spoken: string | null; onTrial: string | null } {
  const [onTrial = [], spoken = []] = [true, false].map((it) => groups.filter((id) => (trialIn(roster, toGroup(id)) !== null) === it))
  const named = (ids: readonly string[]) => (ids.length === 0 ? null : audienceName(roster, ids))
  return { spoken: named(spoken), onTrial: named(onTrial) }
}

/** How those are to be told whose group is only heard; empty where there are none. */
export function unreadBy(roster: Roster, groups: readonly string[]): string {
  const { onTrial } = audiencesOf(roster, groups)
  return onTrial === null ? '' : say.noticeUnread(onTrial)
}

/** In the order of their drafts. */
export const noticesOf = (desk: Pick<Desk, 'cases'>, { from, to }: Span): Promise<PolicyNotice[]> =>
  desk.cases(NOTICES).list({ openedFrom: from, openedTo: to, limit: MANY })

export type Drafted = { notice: PolicyNotice; approver: string } | { refused: 'link' | 'long' | 'nobody' }

const MANY = 1000
const LINK = /https?:|www\.|\.(?:com|cn|net|gov)\b/iu

/** 通知: written down with its number, and put before whoever decides; the author, where that is the author. */
export async function draftNotice(
  desk: Pick<Desk, 'now' | 'roster' | 'newId' | 'notify' | 'ask' | 'cases'>,
  by: Person,
  said: string,
  groups: readonly string[],
): Promise<Drafted> {
  const text = maskPersonal(said.trim())
  if (LINK.test(text)) return { refused: 'link' }
  if (text.length > LONGEST_NOTICE) return { refused: 'long' }
  const approver = approverOf(desk.roster, by, groups)
  if (!approver) return { refused: 'nobody' }
  const fresh = { status: 'draft' as const, by: by.id, text, groups: [...groups], decidedBy: null, decidedAt: null }
  const notice = await openCase(desk, NOTICES, by, 'drafted', fresh, text)
  const audience = audienceName(desk.roster, groups)
  const unread = unreadBy(desk.roster, groups)
  await askApproval(desk, {
    ...{ key: `policy:${notice.id}`, person: approver, yes: say.order(notice, true), no: say.order(notice, false) },
    text:
      approver === by.id
        ? say.askAuthor(notice, audience, unread)
        : say.askApprover(notice, personName(desk.roster, by.id), audience, unread),
  })
  return { notice, approver }
}

/** Not told within this time, it is no longer news. */
const GOOD_FOR_DAYS = 7

export type Decided = { notice: PolicyNotice; when: say.WhenTold | null } | { refused: 'decided' | 'not-allowed'; notice: PolicyNotice }

/** 同意 or 不同意: by whoever may for all of its groups. Approved, it goes into the groups' posts of the day. */
export async function decideNotice(
  desk: BulletinDesk & Pick<Desk, 'roster' | 'notify' | 'cases'>,
  by: Person,
  notice: PolicyNotice,
  yes: boolean,
  note: string,
): Promise<Decided> {
  if (!mayApprove(desk.roster, by, notice.groups)) {
    await noteCase(desk, NOTICES, by, notice, 'denied-try')
    return { refused: 'not-allowed', notice }
  }
  if (notice.status !== 'draft') return { refused: 'decided', notice }
  const status = yes ? ('approved' as const) : ('denied' as const)
  const after = await changeCase(desk, NOTICES, by, notice, status, { status, decidedBy: by.id, decidedAt: desk.now }, note || null)
  const unread = unreadBy(desk.roster, after.groups)
  const when = yes ? { at: await announce(desk, itemsOf(desk, after)), hour: desk.settings.bulletinAt, unread } : null
  if (notice.by !== by.id)
    await desk.notify([
      {
        ...{ key: `policy:${notice.id}:decided`, to: toPerson(notice.by), ticket: null, occasion: 'policy' },
        text: when ? say.approvedForAuthor(after, by.name, when) : say.deniedForAuthor(after, by.name, note),
      },
    ])
  return { notice: after, when }
}

function itemsOf(desk: Pick<Desk, 'now'>, { id, text, groups }: PolicyNotice): BulletinItem[] {
  const from = dayOf(desk.now)
  const until = dayName(numberOfDay(from) + GOOD_FOR_DAYS)
  return groups.map((group) => ({
    ...{ id: `policy:${id}:${group}`, group, occasion: 'policy' as const, text: say.inGroup(text) },
    ...{ from, until, gentle: false, picture: null },
  }))
}

/** Takes back what no group has read yet; false when all have. */
export async function withdrawNotice(
  desk: Pick<Desk, 'now' | 'roster' | 'cases' | 'bulletin'>,
  by: Person,
  notice: PolicyNotice,
): Promise<boolean | { refused: 'not-allowed' }> {
  if (notice.by !== by.id && !mayApprove(desk.roster, by, notice.groups)) return { refused: 'not-allowed' }
  const some = notice.status === 'draft' || (await desk.bulletin.drop(`policy:${notice.id}:`, say.droppedAs))
  if (!some) return false
  await changeCase(desk, NOTICES, by, notice, 'withdrawn', { status: 'withdrawn', endedAt: desk.now })
  return true
}
