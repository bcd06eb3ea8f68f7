import { lineUp } from '../../domain/grid.ts'
import { dayName, dayOf, momentAt, numberOfDay } from '../../domain/moments.ts'
import { type OrderSaid, orderAgain } from '../../domain/order-name.ts'
import { hasRoleOver, townNode, villagesOf } from '../../domain/roster.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import { type CallOf, type Command, isAddressed, isFor, type Reply, STEWARDS } from '../../orders/define-command.ts'
import { askWhichDay } from '../../orders/which-day.ts'
import { readNumber } from '../../reading/numbers.ts'
import { clockOf, readTimeOfDay } from '../../reading/time-of-day.ts'
import { inFull } from '../../wording/which-day.ts'
import type { BulletinDesk } from '../bulletin/verbs.ts'
import { villageOfGroup } from '../grid/orders.ts'
import { isOver, LECTURES, type Lecture, lectureRoom } from './facts.ts'
import { type LectureWords, readLecture } from './orders-line.ts'
import { cancelLecture, lecturesOf, moveLecture, planLecture, recordLecture } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'讲堂', true> {}
}

const CANCEL = /^(?:第?(\d+)场?\s*)?(?:取消|不办了|没办)\s*(?:第?(\d+)场?)?$/u
const MOVE = /^(?:第?(\d+)场?\s*)?(?:改到|改期到?|推迟到)\s*(.+)$/u
const HELD =
  /^(?:第?(\d+)场?\s*)?(?:办了[，, ]*)?(?:到了?|来了)\s*([\d一二两三四五六七八九十百]+)\s*(?:多)?(?:人|个人|口人)[，,。\s]*(.*)$/u
const BELOW_ZERO = /(?:到了?|来了)\s*[-−负]\s*\d/u
/** What a resident asks in the group: 讲堂啥时候开. */
const ASKED = /^(?:.{0,4}(?:啥|什么)时候|.{0,4}(?:哪天|几号|几点)|在哪|讲(?:啥|什么)|还(?:开|办)不)/u
const PHOTO = /^(?:第?(\d+)场?\s*)?照片/u
const LOOK_BACK = 30
const AHEAD = 60
const SHOWN = 6

/** 讲堂 法治 11月27日下午3点 德育堂 主讲张法官 土地承包; 讲堂 到了56人 …; 讲堂 改到 …; 讲堂 取消; by anyone, what is coming. */
export const lecture: Command = {
  name: '讲堂',
  also: ['大讲堂', '法治讲堂', '道德讲堂', '法治大讲堂', '道德大讲堂'],
  for: 'anyone',
  ticket: 'none',
  // Among people, what a resident says about a lecture is talk.
  fits: (words, scene, apart) =>
    (apart && (isAddressed(scene) || isFor(STEWARDS, scene.person))) ||
    ASKED.test(words) ||
    PHOTO.test(words) ||
    HELD.test(words) ||
    CANCEL.test(words) ||
    MOVE.test(words),
  example: '讲堂',
  help: '看讲堂安排',
  async run(call, { rest }) {
    const { spoken } = call
    if (!isFor(STEWARDS, spoken.person)) return coming(call, false)
    if ((rest === '' || ASKED.test(rest)) && spoken.photos.length === 0) return coming(call, true)
    if (BELOW_ZERO.test(rest)) return privately(say.ask.people)
    const cancel = CANCEL.exec(rest)
    if (cancel) return off(call, cancel[1] ?? cancel[2])
    const move = MOVE.exec(rest)
    if (move) return postpone(call, move[1], move[2] ?? '')
    const held = HELD.exec(rest)
    if (held) return record(call, held[1], readNumber(held[2] ?? ''), held[3] ?? '')
    if (spoken.photos.length > 0) return record(call, PHOTO.exec(rest)?.[1], null, '')
    return plan(call, readLecture(call.text.replace(/^大?讲堂/u, ''), call.desk, call.desk.roster.venues))
  },
}

/** Whose lectures this person plans and records: those that reach one of their villages. */
const villagesHere = ({ desk, spoken }: CallOf<'roster'>): string[] =>
  villagesOf(desk.roster, { roles: spoken.person.roles.filter((r) => STEWARDS !== 'anyone' && STEWARDS.includes(r.role)) })

async function coming(call: CallOf<'cases' | 'now' | 'roster'>, planner: boolean): Promise<Reply[]> {
  const { desk, spoken } = call
  const today = dayOf(desk.now)
  const home = villagesOf(desk.roster, spoken.person)
  const group = villageOfGroup(call)
  const here = [...home, ...(group ? [group] : [])]
  const next = (await lecturesOf(desk, today, dayName(numberOfDay(today) + AHEAD))).filter(
    (l) => l.status === 'planned' && !isOver(l, desk.now) && (here.length === 0 || l.villages.some((v) => here.includes(v))),
  )
  return privately([say.nextOnes(next.slice(0, SHOWN), desk.now), ...(planner ? [say.howToPlan] : [])].join('\n'))
}

/** The lecture an order is about: by its number, else the next (or the last) that is the speaker's to change: own, or in own villages only. */
async function meant(
  call: CallOf<'cases' | 'now' | 'roster'>,
  number: string | undefined,
  which: 'next' | 'last',
): Promise<Lecture | null> {
  const { desk } = call
  const mine = villagesHere(call)
  const theirs = (l: Lecture | null) => l !== null && (l.by === call.spoken.person.id || l.villages.every((v) => mine.includes(v)))
  if (number) {
    const found = await desk.cases(LECTURES).byNumber(Number(number))
    return theirs(found) ? found : null
  }
  const today = numberOfDay(dayOf(desk.now))
  const all = (await lecturesOf(desk, dayName(today - LOOK_BACK), dayName(today + AHEAD))).filter(theirs)
  if (which === 'next') return all.find((l) => l.status === 'planned') ?? null
  const over = all.filter((l) => l.status !== 'cancelled' && isOver(l, desk.now))
  return over.find((l) => l.status === 'planned') ?? over.at(-1) ?? null
}

type LectureCall = CallOf<keyof BulletinDesk | 'ask' | 'calendar' | 'cases' | 'newId'>

async function off(call: LectureCall, number: string | undefined): Promise<Reply[]> {
  const lecture = await meant(call, number, 'next')
  if (!lecture) return privately(say.notPlanned)
  if (lecture.status !== 'planned') return privately(say.past(lecture))
  return privately(say.cancelled(await cancelLecture(call.desk, call.spoken.person, lecture)))
}

async function postpone(call: LectureCall, number: string | undefined, words: string): Promise<Reply[]> {
  const { desk } = call
  const lecture = await meant(call, number, 'next')
  if (!lecture) return privately(say.notPlanned)
  if (lecture.status !== 'planned') return privately(say.past(lecture))
  const to = readLecture(words, desk, [])
  if (to.doubt)
    return askWhichDay(
      call,
      to.doubt,
      orderAgain('讲堂', number ? `第${number}场` : '', '改到%s', to.minute === null ? '' : clockOf(to.minute)),
    )
  const minute = to.minute ?? readTimeOfDay(words)?.minute ?? lecture.minute
  const day = to.day ?? lecture.day
  if (momentAt(numberOfDay(day), minute) <= desk.now) return privately(say.mustBeLater)
  return privately(say.moved(await moveLecture(desk, call.spoken.person, lecture, { day, minute }), desk.now))
}

async function record(
  call: CallOf<'cases' | 'now' | 'roster'>,
  number: string | undefined,
  attendance: number | null,
  note: string,
): Promise<Reply[]> {
  const lecture = await meant(call, number, 'last')
  if (!lecture || lecture.status === 'cancelled') return privately(say.notPlanned)
  const after = await recordLecture(call.desk, call.spoken.person, lecture, { attendance, note, photos: call.spoken.photos })
  return privately(say.recorded(after))
}

/** Asks for what is missing, one thing at a time; complete, it is planned. */
async function plan(call: LectureCall, said: LectureWords): Promise<Reply[]> {
  const { desk, spoken } = call
  const villages = villagesHere(call)
  const ofTown = hasRoleOver(desk.roster, spoken.person, 'duty', townNode(desk.roster))
  const base = ofTown ? townNode(desk.roster) : (villages[0] ?? townNode(desk.roster))
  const room = lectureRoom(desk.roster.venues, lineUp(desk.roster.nodes, base))
  const { series, day, minute, speaker, topic } = said
  const place = said.place ?? room?.name ?? null
  const known = (missing: keyof LectureWords): OrderSaid =>
    orderAgain(
      '讲堂',
      missing === 'series' ? '%s' : series === 'moral' ? '道德' : '法治',
      missing === 'day' ? '%s' : day ? inFull(day) : '',
      missing === 'minute' ? '%s' : minute === null ? '' : clockOf(minute),
      missing === 'place' ? '地点%s' : said.place ? `地点${said.place}` : '',
      missing === 'speaker' ? '主讲%s' : speaker ? `主讲${speaker}` : '',
      missing === 'topic' ? '题目%s' : topic ? `题目${topic}` : '',
    )
  if (said.doubt) return askWhichDay(call, said.doubt, known('day'))
  if (!series) return askFor(call, known('series'), say.ask.series)
  if (!day) return askFor(call, known('day'), say.ask.day)
  if (minute === null) return askFor(call, known('minute'), say.ask.time)
  if (momentAt(numberOfDay(day), minute) <= desk.now) return privately(say.mustBeLater)
  if (!place) return askFor(call, known('place'), say.ask.place)
  if (!speaker) return askFor(call, known('speaker'), say.ask.speaker)
  if (!topic) return askFor(call, known('topic'), say.ask.topic)
  const lecture = await planLecture(desk, spoken.person, { series, day, minute, place, speaker, topic, villages })
  return privately(say.planned(lecture, desk.now))
}
