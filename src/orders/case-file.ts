import type { Person } from '../domain/people.ts'
import { sightOf } from '../domain/sight.ts'
import type { Ticket } from '../domain/ticket.ts'
import { openPetition } from '../measures/petitions/change.ts'
import { caseRef } from '../reading/case-ref.ts'
import { caseFileReply as say } from '../wording/case-file.ts'
import { sayLabels } from '../wording/labels.ts'
import { privately } from './answer.ts'
import { type CallOf, type Command, READERS, type Reply } from './define-command.ts'
import { withFile } from './with-file.ts'

/** 信03, as petitions are called; a bare number is a matter's. */
const PETITION = ['信', '信访']
const isPetition = (said: string): boolean => /^[【[]?信/u.test(said)
/** To be written in, and not only read and printed. */
const WORD = /(?:word|docx?|文档|可以改)/iu

/** 卷宗 7, 卷宗 7 Word, 卷宗 信03: the whole file of what the speaker may see in full. */
export const caseFile: Command = {
  name: '卷宗',
  for: READERS,
  ticket: 'optional',
  fits: (said) => isPetition(said),
  example: '卷宗 7',
  help: '一件事的全部材料，出成文件',
  async run(call, { ticket, rest }) {
    const form = WORD.test(rest) ? 'docx' : 'pdf'
    const petition = ticket ? null : await petitionIn(call, rest)
    const label = petition ?? ticket?.label
    if (label === undefined) return privately(say.which)
    if (ticket && !(await isWhole(call, call.spoken.person, ticket))) return privately(say.notWhole(ticket.label), ticket)
    return asFile(call, label, form, ticket)
  },
}

const asFile = (call: CallOf<'linkTo'>, label: string, form: 'docx' | 'pdf', ticket: Ticket | null): Promise<Reply[]> =>
  withFile(call, say.made(label, form), { kind: 'case-file', label, form }, ticket ?? undefined)

async function isWhole({ desk }: CallOf<'followers' | 'roster'>, person: Person, ticket: Ticket): Promise<boolean> {
  return sightOf(desk.roster, person, ticket, await desk.followers(ticket.id)) === 'all'
}

/** For whom it is not, it does not exist, and the attempt leaves a line. */
async function petitionIn({ desk, spoken, text }: CallOf<'cases' | 'now' | 'roster'>, rest: string): Promise<string | null> {
  const ref = isPetition(rest) ? caseRef(rest, PETITION) : null
  const opened = ref && (await openPetition(desk, spoken.person, ref.number, text))
  return opened?.sight === 'all' ? sayLabels.petition(opened.petition.number) : null
}
