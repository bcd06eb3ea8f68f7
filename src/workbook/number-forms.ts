import { DAY_MS } from '../domain/durations.ts'
import { attribute, elements } from './xml.ts'

/** Which styles show a number as a date, and from where days are counted. */
export interface NumberForms {
  dates: ReadonlySet<number>
  since1904: boolean
}

/** Built-in forms of dates, the Chinese ones included. */
const BUILT_IN = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
/** yyyy"年"m"月"d"日", without what is quoted, coloured or escaped in it. */
const isDate = (form: string): boolean => /[yd]/iu.test(form.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, ''))

export function datesIn(styles: string): Set<number> {
  const own = new Map(elements(styles, 'numFmt').map((it) => [Number(attribute(it, 'numFmtId')), attribute(it, 'formatCode') ?? '']))
  const cells = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/u.exec(styles)?.[0] ?? ''
  const dates = elements(cells, 'xf').flatMap((it, style) => {
    const id = Number(attribute(it, 'numFmtId') ?? 0)
    const form = own.get(id)
    return (form === undefined ? BUILT_IN(id) : isDate(form)) ? [style] : []
  })
  return new Set(dates)
}

/** The day of a serial number, 2020-01-05; Excel's day 60 never was. */
export function dayOfSerial(serial: number, since1904: boolean): string | null {
  const days = since1904 ? serial + 1462 : serial
  if (days < 61 || days > 2_958_465) return null
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * DAY_MS).toISOString().slice(0, 10)
}
