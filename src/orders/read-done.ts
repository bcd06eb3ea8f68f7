import { type Command, isAddressed, type Scene } from './define-command.ts'
import type { Reading } from './read-order.ts'
import { refIn } from './ref-in.ts'
import { GAP, isTalk } from './talk.ts'

const DONE =
  '(?:办|弄|修|换|搞|处理|解决|清|清理|疏通|接|装|铺|补|挖|拉|收拾|调)(?:好|完|定|通|干净|利索|妥)了?|解决了|好了|通了|亮了|已(?:经)?(?:解决|修好|处理|完成|办结|清理|修复)了?|来水了|来电了|清了|换了|谈好了|说好了|(?:拉|清|运)走了|(?:换|装|补|接|安)上了'
/** 已经换了灯泡. */
const DID = /^(?:已经|都|刚|今天|昨天|我)*(?:换|修|补|清|拉|装|接|挖|铺|安)(?:了|好了|上了|走了|完了).{0,12}$/u
const BY_REPORTER = new RegExp(`^(?:给)?(\\S{2,6}?)(?:家)?(?:那个|那件|的那个|的那件|的)?(?:事情?)(?:已经|都)?(?:给)?(${DONE})(.*)$`, 'u')
const TOLD_BY = new RegExp(`^(\\S{2,6}?)(?:家)?(?:反映|报|说|提|讲)(?:过)?的(.{1,12}?)(${DONE})(.*)$`, 'u')
const NOTE_THEN_DONE = new RegExp(`^(.{1,60}?)(?:${DONE})$`, 'u')
const NOT_YET = /没|未|还|快|要|等|才|能|想|会|得|别|不/u

type Order = (name: string) => Command | undefined

/** 老王那个事办好了, 41号灯亮了, and what is said of one's own matter when it is quoted. */
export function readDone(text: string, scene: Scene, order: Order): Reading | null {
  const resolve = order('办结')
  if (!resolve || isTalk(text)) return null
  const ref = refIn(text, scene.shorts)
  if (ref) {
    const done = (NOTE_THEN_DONE.test(ref.rest) || DID.test(ref.rest)) && !NOT_YET.test(ref.rest)
    return done ? { command: resolve, ref: { ...ref, rest: '' }, rest: ref.rest, ...(!isAddressed(scene) && { only: 'inHand' }) } : null
  }
  const named = BY_REPORTER.exec(text)
  if (named && !NOT_YET.test(named[3] ?? ''))
    return { command: resolve, ref: null, rest: (named[3] ?? '').replace(GAP, ''), reporter: named[1] ?? '' }
  const told = TOLD_BY.exec(text)
  if (told && !NOT_YET.test(`${told[2]}${told[4]}`))
    return { command: resolve, ref: null, rest: `${told[2]}${told[3]}${told[4]}`, reporter: told[1] ?? '' }
  return scene.quotingOwn && NOTE_THEN_DONE.test(text) && !NOT_YET.test(text) ? { command: resolve, ref: null, rest: text } : null
}
