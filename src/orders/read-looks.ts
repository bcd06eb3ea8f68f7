import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import { MONTH } from './month-said.ts'
import type { Reading } from './read-order.ts'

/** What only shows something may be asked for in many wrappings where the bot is spoken to: 看下今天的日报, 周报来一份. */
const SHOWS = ['待办', '统计', '日报', '周报', '月报', '待定', '帮助', '进度'] as const
const ASK =
  '(?:麻烦|请|帮我|给我|我要|我想|想|要|我|看一?下|看看|看|查一?下|查查|查|问一?下|打开|调一?下|发一?下|发个|发|来个|来一?份|来|列一?下|说一?下|今天|今日|现在|这周|本周|这个月|本月|的|[，, ])*'
const SHOWN =
  '(?:一下|看看|看一?下|看|发我|发给我|给我|来一?[份个下]|来|发一?下|这个月|本月|有哪些|有几件|有啥|的|数据|吧|呢|啊|哈|了|[，, ])*'
const WHEN = '((?:\\d{4}年|去年|今年|前年)?(?:[一二三四五六七八九十\\d]{1,3}月份?|上个?月))?'
const FORM = new RegExp(`^${ASK}${WHEN}的?(${SHOWS.join('|')})${SHOWN}$`, 'u')

/** 手里还有哪些没办的, 今天有啥要办的. */
const TODO =
  /^(?:帮我)?(?:看看?|查查?|列一?下)?(?:我|今天|现在|这会儿|名下|手上|手里|手头|这边|还|都)*(?:有没有|有|剩)(?:啥|什么|哪些|几件|多少|几个|哪几件)?(?:事情?|活|任务)?(?:要|需要|等着|等|没|还没|该)?我?(?:办|处理|弄|做|干|跟)?(?:完|的|了|活|事|呢|啊|吗|么|好)*$/u
const OF_WORK = /办|处理|弄|做|干|跟|活|任务|几件/u
/** 有啥要我定的, 还有啥等我拍板. */
const PENDING =
  /^(?:今天|现在|还|都)*(?:有没有|有|哪些)?(?:啥|什么|哪些)?事?(?:要|等|等着|需要)我(?:来)?(?:定|决定|拍板)(?:的|了)?(?:事|有啥|有哪些|吗|么|呢)*$/u
const WHAT_TO_SAY =
  /^(?:帮我)?(?:看看)?(?:都|我|你)?(?:有(?:啥|什么|哪些)命令|(?:都)?能(?:说|做|干|办)(?:些)?(?:啥|什么|些啥)|(?:咋|怎么)(?:说|用|报事|登记|报)|会(?:些)?(?:啥|什么))(?:呢|啊|的|了)*$/u
/** 看一下低保的清单. */
const LIST = new RegExp(`^${ASK}(?:清单[，, ]*(\\S{2,8}?)|(\\S{2,8}?)的?清单)${SHOWN}$`, 'u')

const shown = (command: Command | undefined, scene: Scene, rest = ''): Reading | null =>
  command && isFor(command.for, scene.person) ? { command, ref: null, rest } : null

/** Asks to be shown something, in other words than the command's own. Nothing is done by it. */
export function readLooks(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  if (!isAddressed(scene) || text.length > 20) return null
  const named = (name: string) => commands.find((c) => c.name === name)
  const form = FORM.exec(text)
  if (form) {
    const when = (form[1] ?? '').replace(/份$/u, '')
    const command = named(form[2] ?? '')
    if (when === '' || (command?.name === '月报' && MONTH.test(when))) return shown(command, scene, when)
  }
  if (PENDING.test(text)) return shown(named('待定'), scene)
  if (TODO.test(text) && OF_WORK.test(text)) return shown(named('待办'), scene)
  if (WHAT_TO_SAY.test(text)) return shown(named('帮助'), scene)
  const list = LIST.exec(text)
  const duty = list?.[1] ?? list?.[2] ?? ''
  return duty !== '' && scene.namesDuty(duty) ? shown(named('清单'), scene, duty) : null
}
