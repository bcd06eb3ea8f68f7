import { screenLink as say } from '../wording/screen.ts'
import { privately } from './answer.ts'
import type { Command } from './define-command.ts'

/** 换, 换一个, 重新生成: the old link opens nothing any more. */
const RENEW = /^(?:换|重新|更换|换新|作废)(?:掉|一个|一下|生成|链接|了|吧)*$/u

/** 大屏: the link of the township's hall screen, one-to-one, for whoever runs the hall; 大屏 换 makes a new one. */
export const hallScreen: Command = {
  name: '大屏',
  for: ['leader', 'duty'],
  ticket: 'none',
  fits: (words) => RENEW.test(words),
  example: '大屏',
  help: '大厅大屏的链接',
  async run({ desk }, { rest }) {
    const renew = RENEW.test(rest)
    const address = await desk.screenLink(renew)
    if (address === null) return privately(say.noAddress)
    return privately(renew ? say.renewed(address) : say.sent(address))
  },
}
