import { type Command, isAddressed, type Scene } from './define-command.ts'
import type { Reading } from './read-order.ts'

/** 我们自己弄好了，不用来人了. */
const NOT_NEEDED =
  /^(?:.{0,10}?(?:自己|已经|现在|都)?(?:弄|修|搞|处理|解决|通)?好了|没事了|算了)[，, ]*(?:就|那就|你们)?(?:不用|不要|不必|别)(?:再)?(?:来|修|办|管|弄|处理|麻烦)(?:人|了|你们|看)*$/u
/** 我刚才说的那个事还是办吧. */
const AFTER_ALL = /^(?:我|俺|那|刚才|之前).{0,14}(?:事情?|件|个)?还是(?:给我?|要|得|来)?(?:办|修|弄|处理|看)(?:一下|了)?吧?$/u
/** 唉，还是办吧，他又反悔了. */
const SIGHED = /^(?:唉|哎|那|算了|嗯)?[，, ]*还是(?:给我?|要|得|来)?(?:办|修|弄|处理)(?:一下|了)?吧?(?:$|[，, ])/u

const WRONG = '(?:刚才|刚刚|那个|那件|我?报的|的|事|[弄发点按说搞]错了|算了|[，, ])*'
/** 发错了撤销, 刚才那个撤回吧. */
const UNDO = new RegExp(`^${WRONG}撤[销消](?:一下|掉|吧|了)*$`, 'u')
const TAKE_BACK = new RegExp(`^(?:我要?|那)?${WRONG}(?:撤回?(?:一下|掉|吧|来|了)*|不报了吧?)$`, 'u')

/** What people say of their own matter without any of the words. */
export function readResident(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const order = (name: string) => commands.find((c) => c.name === name)
  const undo = order('撤销')
  if (undo && UNDO.test(text)) return { command: undo, ref: null, rest: '' }
  const withdraw = order('撤回')
  if (withdraw && (NOT_NEEDED.test(text) || TAKE_BACK.test(text)))
    return { command: withdraw, ref: null, rest: '', ...(!isAddressed(scene) && { only: 'justTold' }) }
  const revive = order('还是办吧')
  const said = AFTER_ALL.test(text) || (isAddressed(scene) && SIGHED.test(text))
  return revive && said ? { command: revive, ref: null, rest: '', ...(!isAddressed(scene) && { only: 'takenBack' }) } : null
}
