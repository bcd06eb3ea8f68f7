import type { Sensitivity } from '../domain/judgement.ts'
import { maskAllButPhones } from '../domain/mask.ts'
import { day } from './dates.ts'
import { kindNames } from './names.ts'
import type { Told } from './told.ts'

const head = (t: Told): string => `【${t.ticket.label}】`

/** Said to the owner who stays the owner. */
export const amendedForOwner = (t: Told): string =>
  `${head(t)}再看了一遍，改记成${kindNames[t.ticket.kind]}：${t.ticket.title}。${day(t.ticket.respondBy, t.now)}前回应，${day(t.ticket.completeBy, t.now)}前办。不对就回“改类 ${t.ticket.label}”加上该归的类。`

/** One-to-one, only where another name or silence was promised than holds now. */
export const amendedForReporter = (t: Told, isPrivate: boolean): string =>
  `${head(t)}这件由${t.owner ?? '镇里的值班干部'}负责，${day(t.ticket.respondBy, t.now)}前联系您。${isPrivate ? '不会在群里说。' : ''}`

/** To the clerk: nothing is closed by itself. */
export const perhapsNoMatter = (t: Told): string =>
  `${head(t)}${t.ticket.title}，再看一遍又不像要办的事。不是就回“不是事 ${t.ticket.label}”，是就不用回。`

/** To the owner: nothing becomes public by itself. */
export const perhapsPublic = (t: Told, duty: string): string =>
  `${head(t)}再看一遍像是村里事（${duty}）。是就回“改类 ${t.ticket.label} ${duty}”，不是不用回。`

const GRAVE: Partial<Record<Sensitivity, string>> = {
  violence: '家里有人动手',
  selfharm: '有人想不开',
  child: '孩子受委屈',
  elder: '老人没人照看',
  poison: '有人吃坏了',
  illness: '家里有病人',
  petition: '要往上反映',
  crime: '违法的事',
}

/** To the duty cadre, when silence in the group is due only on a second look. */
export const perhapsGrave = (t: Told, sensitivity: Sensitivity): string =>
  `${head(t)}再看一遍，可能是${GRAVE[sensitivity] ?? '不便公开的事'}，已不在群里说。${t.place}${t.reporter}报，回“查 ${t.ticket.label}”看内容。`

export const perhapsDanger = (where: string, who: string, text: string): string =>
  `${where}${who}说：“${maskAllButPhones(text)}”。可能现在就有危险，请马上看一眼。`
