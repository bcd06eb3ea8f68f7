import { dayName, dayNumber } from '../../domain/moments.ts'
import type { Venue } from '../../domain/venue.ts'
import type { Desk } from '../../ports/desk.ts'
import { MEETING } from '../../reading/bounds.ts'
import { readRoom } from '../../reading/room.ts'
import { HALF_READ_HOUR, readTimeOfDay } from '../../reading/time-of-day.ts'
import { type Doubt, momentOf, readWhen } from '../../reading/when.ts'
import type { Series } from './facts.ts'

/** What one line says of a lecture; what is missing is null. */
export interface LectureWords {
  series: Series | null
  day: string | null
  /** Why it is asked which day is meant. */
  doubt: Doubt | null
  minute: number | null
  place: string | null
  speaker: string | null
  topic: string | null
}

const LAW = /法治|普法|法律|法制/u
const MORAL = /道德|德育(?!堂)/u
const SERIES_BEHIND = /(?:^|[\s，,])((?:法治|普法|法律|法制|道德|德育)(?:大?讲堂)?)(?=$|[\s，,])/u
const SERIES_WORD = /(?:法治|普法|法律|法制|道德|德育)?(?:大?讲堂)?/u
const TITLES = '法官|庭长|院长|检察官|律师|警官|民警|所长|队长|局长|站长|镇长|主席|书记|支书|主任|委员|校长|老师|教授|讲师|专家|医生|同志'
/** 王老师主讲, 主讲张法官, 张法官讲婚姻家庭, 李建国来讲…, and a title by itself. */
const SPEAKER = [
  /(?:^|[\s，,])请?([^\s，,。]{2,12}?)(?:来)?主讲(?=$|[\s，,。])/u,
  /主讲(?:人)?[:：是]?\s*([^\s，,。]{1,20})/u,
  new RegExp(`(?:^|[\\s，,])(?:请|由)?([^\\s，,。]{0,8}?\\p{Script=Han}(?:${TITLES}))(?:来)?(?:讲(?![堂座话解])|(?=$|[\\s，,。]))`, 'u'),
  /(?:^|[\s，,])(?:请|由)?(\p{Script=Han}{2,4})来?(?<![宣听演主再])讲(?![堂座话解])(?=[^\s，,。])/u,
]
/** 张法官 讲婚姻家庭; 讲文明 is what it is about. */
const ABOUT = /^(?:关于|讲(?!文明|卫生|诚信|道德|孝|礼|科学|团结|政治))(?=\S)/u
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
  const first = LAW.test(rest.slice(0, 8)) ? 'law' : MORAL.test(rest.slice(0, 8)) ? 'moral' : null
  const behind = first ? null : take([SERIES_BEHIND])
  const series: Series | null = first ?? (behind === null ? null : LAW.test(behind) ? 'law' : 'moral')
  if (first) rest = rest.replace(SERIES_WORD, '')
  const plain = take(SPEAKER.slice(0, 2))
  const known = venues.map((v) => v.name)
  const room = readRoom(rest, known)
  if (room) rest = room.rest
  const topicAt = TOPIC.exec(rest)
  // What was said to be the topic is not read for dates.
  const topicSaid = topicAt ? rest.slice(topicAt.index + topicAt[0].length) : null
  if (topicAt) rest = rest.slice(0, topicAt.index)
  const when = readWhen(rest, { now, calendar, bounds: MEETING })
  if (when) rest = when.rest
  const time = readTimeOfDay(rest)
  rest = time?.rest ?? rest.replace(HALF_READ_HOUR, ' ')
  const speaker = plain ?? take(SPEAKER.slice(2))
  const said = (topicSaid ?? rest).replace(EDGES, '').replace(ABOUT, '')
  const topic = said.replace(/^[《“"](.+)[》”"]$/u, '$1')
  return {
    series,
    day: when?.when ? dayName(dayNumber(momentOf(when.when, now, calendar))) : null,
    doubt: when?.doubt ?? null,
    minute: time?.minute ?? null,
    place: room?.room ?? null,
    speaker,
    topic: topic || null,
  }
}
