import type { TrialFigures } from '../domain/trial.ts'
import { day } from './dates.ts'

/** Why a notice was not said. */
export const onTrial = '先听一周，群里不说话'

const group = (name: string): string => `“${name}”`

/** To whoever said so, and to the village's clerk and secretary. */
export const trialBegun = (name: string, until: Date, now: Date): string =>
  `${group(name)}从今天起先听一周：我在群里一句话不说，像是有事的只单独发给文书。${day(until, now)}再问您要不要开口。`
export const trialGoesOn = (name: string, until: Date, now: Date): string =>
  `好，${group(name)}再听一周，${day(until, now)}再问您。群里还是不说话。`
export const trialOver = (name: string): string => `好，${group(name)}正式开始：有事我来登记，也在群里说。想停就回“先听一周”。`
/** Behind what is said of a group that was just bound. */
export const boundOnTrial = (until: Date, now: Date): string =>
  `先听一周，群里不说话，像是有事的单独发给文书；${day(until, now)}再问要不要开口。`

/** What the village has registered and the bot would not have. */
const besides = ({ missed, listed }: TrialFigures, me: '我' | '它'): string => {
  if (missed === 0) return '没有漏听的'
  const all = `村里另外登记了${missed}件`
  if (listed === 0) return `${all}，${me}没听出来`
  if (listed === missed) return `${all}，${me}拿不准，列给文书看过`
  return `${all}，其中${listed}件${me}拿不准、列给文书看过，${missed - listed}件没听出来`
}

/** 我会登记12件，村里登记了其中10件；村里另外登记了3件，我没听出来。 */
export const compared = (figures: TrialFigures, me: '我' | '它'): string => {
  const { would, registered, missed } = figures
  if (would === 0 && missed === 0) return '没有听到要登记的事。'
  const mine = would === 0 ? `${me}自己一件也不会登记` : `${me}会登记${would}件，村里登记了其中${registered}件`
  return `${mine}；${besides(figures, me)}。`
}

export const weekIsOver = (name: string, weeks: number, figures: TrialFigures): string =>
  `${group(name)}我听了${weeks === 1 ? '一周' : `${weeks}周`}，没在群里说话。${compared(figures, '我')}要我开口回“正式开始”，还要听回“再听一周”。`

export const whichTrial = (names: readonly string[]): string =>
  `您说的是哪个群？请带上村名，比如“正式开始 ${names[0] ?? '坪头村'}”。${names.length > 1 ? `现在有：${names.join('、')}。` : ''}`
export const noSuchGroup = '没有找到这个村的群。请写村名，比如“先听一周 坪头村”。'
export const sayItThere = (names: readonly string[]): string =>
  `这里有${names.length}个群：${names.join('、')}。请到要先听的那个群里说“先听一周”。`
export const notOnTrial = (name: string): string => `${group(name)}已经正式用着了。要它先不说话，回“先听一周”。`
export const noneOnTrial = '没有只听不说的群。要哪个群先不说话，回“先听一周 村名”。'
