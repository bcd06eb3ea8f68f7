import { lately } from './dates.ts'

/** A longer row of names is read by nobody. */
const MOST_VOICES = 6

/** Where nobody can listen, and where what was heard was not what was said. */
export const pleaseType = '好的，请打字说一句。'
export const cannotListen = '语音这里听不了，请打字说一句。'
export const notUnderstood = '没听清，请打字说一句。'

/** To the clerk, with the list: who spoke in a group where nobody can write it down. */
export function unheardVoices(group: string, voices: readonly { who: string; at: Date }[], now: Date): string {
  const shown = voices.slice(0, MOST_VOICES).map(({ who, at }) => `${who} ${lately(at, now)}`)
  const more = voices.length > shown.length ? '等' : ''
  return `“${group}”有${voices.length}段语音这里听不了：${shown.join('、')}${more}。请到群里听一听，有事回“登记 什么事”。`
}

export const heardAs = (text: string): string => `听到的是：“${text}”。对就回“是”，不对请打字说一句。`
