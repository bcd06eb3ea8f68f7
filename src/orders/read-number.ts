import { isDayAndReason } from '../reading/day-words.ts'
import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import type { Reading } from './read-order.ts'
import { refIn } from './ref-in.ts'
import { GAP, isTalk, MEASURED } from './talk.ts'
import { type Word, wordsAt } from './words-of.ts'

/** Small words between a number and what is to be done with it: 7号那个已经修好了, but 我 of 1号我来 belongs to the order. */
const BETWEEN = /^(?:[那这][个件]|的事情?|的|已经|现在|都|给|我|你|就|也|还是|今天|昨天|刚刚?|这边)+/u
/** 7号要延期: of what is done with the owner's own matter, wanting it is asking for it. */
const WANTED = /^(?:要|想|得|需要|申请|可以|能不能|应该|重点|先)+/u
const MAY_BE_WANTED = ['延期', '挂账', '拆分', '督办', '合并', '改类', '转', '派', '议']
/** 挂一下, 走访完了. */
const SOFT = /^(?:一下子?|一哈|完)?了?(?=$|[\s，,])[，, ]*/u
/** 把42办结了. */
const TAKING = /^(?:请|麻烦)?把 ?/u

/** 7号弄完了, 07好了 换的新灯, 坪07 进度, 20 推迟到12月10日. */
export function fromNumber(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const ref = refIn(text.replace(TAKING, ''), scene.shorts)
  if (!ref || ref.rest === '') return null
  const shorter = ref.rest.replace(BETWEEN, '')
  const wanted = shorter.replace(WANTED, '')
  for (const said of new Set([ref.rest, shorter, wanted]))
    for (const word of wordsAt(said, commands)) {
      if (said === wanted && said !== shorter && !MAY_BE_WANTED.includes(word.command.name)) continue
      const found = orderOf(word, said, scene)
      if (found) return { ...found, ref: { ...ref, rest: '' } }
    }
  return null
}

function orderOf({ command, word, kind }: Word, said: string, scene: Scene): Omit<Reading, 'ref'> | null {
  if (command.ticket === 'none') return null
  const official = word === command.name
  const whole = said.slice(word.length)
  const after = whole === '' ? whole : whole.replace(SOFT, (soft) => (soft === whole ? '' : ' '))
  const rest = after.replace(GAP, '')
  if (!isFor(command.for, scene.person) && !(official && rest === '')) return null
  const only = kind !== 'sure' && !isAddressed(scene) ? { only: 'inHand' as const } : {}
  if (rest === '') return { command, rest: '', ...only }
  if (isTalk(rest) || (MEASURED.test(rest) && !scene.namesCadre(rest))) return null
  const sure = GAP.test(after) || (kind === 'sure' && word.length > (official ? 1 : 2)) || scene.namesCadre(rest) || goesOn(command, rest)
  return sure && command.ticket !== 'optional' ? { command, rest, ...only } : null
}

/** 推迟到12月10日, 改成邻里事: what follows is just what the command asks for. */
const goesOn = (command: Command, rest: string): boolean =>
  (command.takesDay === true && isDayAndReason(rest)) || (command.takes?.test(rest) ?? false)
