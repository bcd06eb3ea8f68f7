import { matterPath, OFFICE } from '../domain/office-path.ts'
import { officeLink as say } from '../wording/office.ts'
import { privately } from './answer.ts'
import { type Command, READERS } from './define-command.ts'

/** 关, 退出: nobody gets in any more by what was sent before. */
const CLOSE = /^(?:关|关闭|关掉|退出|下线)(?:了|吧)?$/u

/** 页面, 页面 坪02: a link that works once, for whoever asks, one-to-one also when it was asked among others. */
export const officePage: Command = {
  name: '页面',
  for: READERS,
  ticket: 'optional',
  fits: (words) => CLOSE.test(words),
  example: '页面',
  help: '在网页上看事、办事',
  async run({ desk, spoken: { person } }, { ticket, rest }) {
    if (ticket === null && CLOSE.test(rest)) return privately(say.closed(await desk.closeOffice(person.id)))
    const address = await desk.linkTo(person.id, ticket ? matterPath(ticket.label) : OFFICE)
    if (address === null) return privately(say.noAddress)
    const tells = { kind: 'code' as const, title: say.title, address, foot: say.foot }
    return [{ text: say.sent(address, ticket?.label ?? null), where: 'private', picture: { name: say.file, tells } }]
  },
}
