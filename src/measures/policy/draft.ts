import { maskPersonal } from '../../domain/mask.ts'
import type { Person } from '../../domain/people.ts'
import { approverOf, LONGEST_NOTICE, type PolicyNotice } from './facts.ts'
import { personName } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import * as say from './words.ts'
import { askApproval } from '../ask-approval.ts'
import { audienceName } from './audience.ts'

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
