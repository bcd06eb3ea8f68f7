import { dayName, dayNumber } from '../../domain/moments.ts'
import type { Venue } from '../../domain/venue.ts'
import type { Desk } from '../../ports/desk.ts'
import { readTimeOfDay } from '../../reading/time-of-day.ts'
import { momentOf, readWhen } from '../../reading/when.ts'
import type { Series } from './facts.ts'

/** What one line says of a lecture; what is missing is null. */
export interface LectureWords {
  series: Series | null
  day: string | null
  minute: number | null
  place: string | null
  speaker: string | null
  topic: string | null
}

const LAW = /法治|普法|法律|法制/u
const MORAL = /道德|德育(?!堂)/u
const SERIES_WORD = /(?:法治|普法|法律|法制|道德|德育)?(?:大?讲堂)?/u
/** 王老师主讲, and 主讲张法官. */
const SPEAKER = [/(?:^|[\s，,])请?([^\s，,。]{2,12}?)(?:来)?主讲(?=$|[\s，,。])/u, /主讲(?:人)?[:：是]?\s*([^\s，,。]{1,20})/u]
const PLACE = [
  /(?:地点|地方)[:：是]?\s*([^\s，,。]{1,20})/u,
  /(?:^|[\s，,])在?([^\s，,。\d]{0,10}(?:礼堂|讲堂|会议室|活动室|文化广场|广场|村部|学校|大院|服务站))(?=$|[\s，,。])/u,
]
const TOPIC = /(?:题目|主题|内容)[:：是]?\s*/u
const EDGES = /^[\s，,。、：:]+|[\s，,。、：:]+$/gu

/** 法治 11月27日下午3点 德育堂 主讲张法官 土地承包, in any order. */
export function readLecture(text: string, { now, calendar }: Pick<Desk, 'now' | 'calendar'>, venues: readonly Venue[]): LectureWords {
  let rest = text.trim()
  const take = (forms: readonly RegExp[]): string | null => {
    for (const form of forms) {
      const found = form.exec(rest)
      if (!found?.[1]) continue
      rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`
      return found[1]
    }
    return null
  }
  const series: Series | null = LAW.test(rest.slice(0, 8)) ? 'law' : MORAL.test(rest.slice(0, 8)) ? 'moral' : null
  if (series) rest = rest.replace(SERIES_WORD, '')
  const speaker = take(SPEAKER)
  const named = venues.map((v) => v.name).find((name) => rest.includes(name))
  const place = take(PLACE.slice(0, 1)) ?? (named && take([new RegExp(`在?(\\S{0,6}${named})`, 'u')])) ?? take(PLACE.slice(1))
  const topicAt = TOPIC.exec(rest)
  // What was said to be the topic is not read for dates.
  const topicSaid = topicAt ? rest.slice(topicAt.index + topicAt[0].length) : null
  if (topicAt) rest = rest.slice(0, topicAt.index)
  const when = readWhen(rest, now, calendar)
  if (when) rest = when.rest
  const time = readTimeOfDay(rest)
  if (time) rest = time.rest
  const topic = (topicSaid ?? rest).replace(EDGES, '').replace(/^[《“"](.+)[》”"]$/u, '$1')
  return {
    series,
    day: when && ('day' in when.when ? when.when.day : dayName(dayNumber(momentOf(when.when, now, calendar)))),
    minute: time?.minute ?? null,
    place,
    speaker,
    topic: topic || null,
  }
}
