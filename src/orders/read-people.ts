import { startsWithDay } from '../reading/day-words.ts'
import { readPhone } from '../reading/phone.ts'
import { type Command, isAddressed, type Scene } from './define-command.ts'
import type { Reading } from './read-order.ts'
import { isTalk } from './talk.ts'

type Order = (name: string) => Command | undefined

const AWAY =
  /^(?:我)?(.{0,10}?)(?:要|去|得)?(?:请假|休假|休息|出差|外出|不在(?:村里|村上|岗)?|回老家|住院|去县上|去市里)(.{0,10}?)[，, ]+((?:找|由|让|请|有事找)?(\S{2,6}?)(?:代|替|顶)(?:我|一下|班|办|几天)*|(?:有事)?找(\S{2,6}?))$/u
/** 请三天假 王芳代. */
const DAYS_OFF = /^(?:我)?(?:要|想)?(?:请|休)(.{1,6}?)(?:的)?假[，, ]*(.*)$/u
const LEFT = /^(\S{2,4}?)(?:已经)?(?:不干了|离任了|调走了|退下来了)$/u
const CHANGED = /^(\S{1,4}?) ?的?(?:电话|号码|手机号?|电话号码)?(?:改|换|变|变更)(?:电话|手机|号码?|号)?(?:成|为|了|到)*[：:，,\s]*$/u

/** Words about who is there: 我下周出差，小李替我; 李建国不干了; 李建国换电话了 13900000000. */
export function readPeople(text: string, scene: Scene, order: Order): Reading | null {
  const leave = order('请假')
  const away = leave && !isTalk(text) ? AWAY.exec(text) : null
  if (leave && away && scene.namesCadre(away[4] ?? away[5] ?? ''))
    return { command: leave, ref: null, rest: `${away[1] ?? ''}${away[2] ?? ''}，${away[3] ?? ''}` }
  const days = leave && (isAddressed(scene) || scene.inGroup) ? DAYS_OFF.exec(text) : null
  if (leave && days && startsWithDay(days[1] ?? ''))
    return { command: leave, ref: null, rest: [days[1], days[2]].filter((w) => w !== undefined && w !== '').join(' ') }
  const gone = order('离任')
  const left = gone && LEFT.exec(text)
  if (gone && left?.[1] && scene.namesCadre(left[1])) return { command: gone, ref: null, rest: left[1] }
  const change = order('改电话')
  const { phone, wrong, rest } = readPhone(text)
  const number = phone ?? wrong
  const changed = change && number !== null ? CHANGED.exec(rest) : null
  const who = changed?.[1] ?? ''
  if (!change || !changed || !(who === '我' ? isAddressed(scene) : scene.namesCadre(who))) return null
  return { command: change, ref: null, rest: `${who} ${number}` }
}
