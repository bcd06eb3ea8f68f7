import { lineUp } from '../../domain/grid.ts'
import { dayName, dayNumber, dayOf, momentAt, numberOfDay } from '../../domain/moments.ts'
import { isOneOf } from '../../domain/one-of.ts'
import { orderAgain } from '../../domain/order-name.ts'
import { isCadre } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { townNode, villagesOf } from '../../domain/roster.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import { type CallOf, type Command, isAddressed, isFor, type Reply } from '../../orders/define-command.ts'
import { shortsOf, ticketsMeant } from '../../orders/find-ticket.ts'
import { readDay } from '../../orders/which-day.ts'
import { MEETING } from '../../reading/bounds.ts'
import { readNumber } from '../../reading/numbers.ts'
import { readPlace } from '../../reading/place.ts'
import { readRoom } from '../../reading/room.ts'
import { ticketRef } from '../../reading/ticket-ref.ts'
import { clockOf, HALF_READ_HOUR, readTimeOfDay } from '../../reading/time-of-day.ts'
import { momentOf } from '../../reading/when.ts'
import type { MoveDesk } from '../../tickets/move-ticket.ts'
import { inFull } from '../../wording/which-day.ts'
import type { BulletinDesk } from '../bulletin/verbs.ts'
import { villageHere } from '../grid/orders.ts'
import { lecturesOf } from '../lectures/verbs.ts'
import { seriesNames } from '../lectures/words.ts'
import type { SayDay } from './facts.ts'
import { agendaOf, cancelSayDay, type PlanSayDayDesk, planSayDay, type Result, recordSayDay, sayDaysOf } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'说事点' | '回访' | '说事日' | '场所', true> {}
}

const CALLERS = ['clerk', 'secretary', 'leader'] as const
const CANCEL = /^(?:取消|不办了|没开)$/u
const RECORD = /^(?:(?:记录|开完了?|开了)[:：，,\s]*|(?=(?:到了?|来了)\s*[\d一二两三四五六七八九十百]))(.*)$/u
const CAME = /(?:到了?|来了)\s*([\d一二两三四五六七八九十百]+)\s*(?:多)?(?:人|个人|口人|户)[，,。\s]*/u
const TOPICS = /(?:议题|要议的?|说说)[:：是\s]*(.+)$/u
const SEPARATOR = /[；;\n]+|(?<=[^\d])\s{2,}/u
const EDGES = /^[\s，,。、：:]+|[\s，,。、：:]+$/gu
const AHEAD = 60
const BACK = 30

/** 说事日: what waits and when the next is, for anyone; set, recorded and called off by those who call the village together. */
export const sayDay: Command = {
  name: '说事日',
  topic: '说事',
  also: ['说事会'],
  for: 'anyone',
  ticket: 'none',
  fits: (words, scene, apart) =>
    (apart && (isAddressed(scene) || isFor(CALLERS, scene.person))) || CANCEL.test(words) || RECORD.test(words),
  example: '说事日',
  help: '什么时候说事、议什么',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const calls = isFor(CALLERS, spoken.person)
    const mine = villagesOf(desk.roster, { roles: spoken.person.roles.filter((r) => isOneOf(CALLERS, r.role)) })
    const said = readPlace(desk.roster.nodes, rest, null)
    const named = said?.node.level === 'village' ? said.node.id : null
    const village = named ?? (calls && mine.length === 1 ? (mine[0] ?? null) : villageHere(call))
    if (!calls || rest === '' || (named && said?.rest === '')) return look(call, village, calls)
    if (!village || !mine.includes(village)) return privately(say.ask.village)
    const words = named ? (said?.rest ?? '') : rest
    if (CANCEL.test(words)) return off(call, village)
    const record = RECORD.exec(words)
    if (record) return note(call, village, record[1] ?? '')
    return plan(call, village, words)
  },
}

const daysOf = ({ desk }: CallOf<'cases' | 'now'>, village: string): Promise<SayDay[]> => {
  const today = numberOfDay(dayOf(desk.now))
  return sayDaysOf(desk, [village], dayName(today - BACK), dayName(today + AHEAD))
}

async function look(
  call: CallOf<'calendar' | 'cases' | 'now' | 'roster' | 'tickets' | 'warnings'>,
  village: string | null,
  calls: boolean,
): Promise<Reply[]> {
  const { desk, spoken } = call
  if (!village) return privately(calls ? say.ask.village : say.noneSet)
  const next = (await daysOf(call, village)).find((d) => d.status === 'planned' && momentAt(numberOfDay(d.day), d.minute) > desk.now)
  const lines = [next ? say.nextOne(next, placeName(desk.roster, village), desk.now) : say.noneSet]
  if (calls) {
    const { items, apart } = await agendaOf(desk, village, spoken.person)
    lines.push(say.agendaNow(items, apart), ...(next ? [] : [say.howToPlan]))
  }
  return privately(lines.join('\n'))
}

async function off(call: CallOf<keyof BulletinDesk | 'cases'>, village: string): Promise<Reply[]> {
  const planned = (await daysOf(call, village)).find((d) => d.status === 'planned')
  if (!planned) return privately(say.nothingToRecord)
  await cancelSayDay(call.desk, call.spoken.person, planned)
  return privately(say.cancelled)
}

async function plan(call: CallOf<keyof PlanSayDayDesk | 'ask'>, village: string, words: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const { roster, now, calendar } = desk
  const topics = TOPICS.exec(words)
  const body = topics ? words.slice(0, topics.index) : words
  const name = placeName(roster, village)
  const when = await readDay(call, body, { bounds: MEETING, again: (more) => orderAgain('说事日', name, '%s', more, topics?.[0] ?? '') })
  if (when.replies) return when.replies
  const time = readTimeOfDay(when.rest)
  const day = when.when && dayName(dayNumber(momentOf(when.when, now, calendar)))
  const said = (time?.rest ?? when.rest.replace(HALF_READ_HOUR, ' ')).replace(/^(?:在|地点)[:：]?/u, '').replace(EDGES, '')
  const room = lineUp(roster.nodes, village).flatMap((g) => roster.venues.filter((v) => v.grid === g && v.uses.includes('sayday')))[0]
  const named = readRoom(
    said,
    roster.venues.map((v) => v.name),
  )
  // A room by its name leaves what they talk about; other words alone are where.
  const place = named?.room ?? (said || (room?.name ?? null))
  const told = [topics?.[1], named?.rest.replace(EDGES, '')].filter((t) => t).join('；')
  const [date, rest] = [day ? inFull(day) : '%s', told ? ` 议题${told}` : '']
  if (!day) return askFor(call, orderAgain('说事日', name, '%s', words), say.ask.day)
  if (!time) return askFor(call, orderAgain('说事日', name, date, '%s', `${named?.room ?? said}${rest}`.trim()), say.ask.time)
  if (!place) return askFor(call, `说事日 ${name} ${date} ${clockOf(time.minute)} %s${rest}`, say.ask.place)
  if (momentAt(numberOfDay(day), time.minute) <= now) return privately(say.mustBeLater)
  const list = told.split(/[、，,；;]+/u).map((t) => t.trim())
  const planned = await planSayDay(desk, spoken.person, {
    ...{ village, day, minute: time.minute, place, topics: list.filter((t) => t !== '') },
  })
  return privately(say.planned(planned, name, now))
}

/** 到了23人；坪07 月底修好；水渠村里出工: what names a matter goes into that matter. */
async function note(
  call: CallOf<keyof MoveDesk | 'cases' | 'lastSpokenOf' | 'ticketByNumber'>,
  village: string,
  words: string,
): Promise<Reply[]> {
  const { desk, spoken } = call
  const days = (await daysOf(call, village)).filter((d) => d.status !== 'cancelled' && momentAt(numberOfDay(d.day), d.minute) <= desk.now)
  const day = days.find((d) => d.status === 'planned') ?? days.at(-1)
  if (!day) return privately(say.nothingToRecord)
  const came = CAME.exec(words)
  const record = words.replace(CAME, ' ').replace(EDGES, '')
  const results: Result[] = []
  for (const part of record.split(SEPARATOR)) {
    const ref = ticketRef(part.trim(), shortsOf(desk))
    const [ticket] = ref && ref.rest !== '' ? await ticketsMeant(call, ref) : []
    if (ref && ticket && ticket.village === village) results.push({ ticket, note: ref.rest })
  }
  const done = await recordSayDay(desk, spoken.person, day, { attendance: came ? readNumber(came[1] ?? '') : null, record, results })
  return privately(say.recorded(done.day, placeName(desk.roster, village), done.matters))
}

const BOOKED_AHEAD = 30
const WHERE = /^(?:在哪(?:里|儿|个地方)?|在啥地方|怎么走|啥时候有人|有啥(?:活动)?|最近有啥)[呀啊呢吧的]*$/u

/** 德育堂 and the like of the speaker's village and the town, with what is held there next. */
export const venues: Command = {
  name: '场所',
  topic: '说事',
  also: ['德育堂', '说事室'],
  for: 'anyone',
  ticket: 'none',
  fits: (words) => WHERE.test(words),
  example: '场所',
  help: '德育堂在哪，近来有什么',
  async run(call) {
    const { desk, spoken } = call
    const { roster } = desk
    const village = villageHere(call)
    const line = village ? lineUp(roster.nodes, village) : [townNode(roster)]
    const rooms = line.flatMap((grid) => roster.venues.filter((v) => v.grid === grid))
    if (rooms.length === 0) return privately(say.noVenues)
    const today = dayOf(desk.now)
    const until = dayName(numberOfDay(today) + BOOKED_AHEAD)
    const lectures = (await lecturesOf(desk, today, until)).filter((l) => l.status === 'planned')
    const days = village ? (await sayDaysOf(desk, [village], today, until)).filter((d) => d.status === 'planned') : []
    const lines = rooms.flatMap((room) => {
      const here = (place: string) => place.includes(room.name)
      // A lecture is in the town's room unless its place names a village, a 说事日 always in the village's own.
      const isTown = room.grid === townNode(roster)
      return [
        say.venueLine(room, placeName(roster, room.grid)),
        ...lectures
          .filter((l) => here(l.place) && isTown === l.villages.length > 1)
          .map((l) => say.booked(say.whenOf(l, desk.now), seriesNames[l.series])),
        ...days.filter((d) => here(d.place) && !isTown).map((d) => say.booked(say.whenOf(d, desk.now), say.sayDaySheet)),
      ]
    })
    const mediation = rooms.filter((r) => r.uses.includes('mediation')).map((r) => r.name)
    return privately([...lines, ...(isCadre(spoken.person) && mediation.length > 0 ? [say.mediationHint(mediation)] : [])].join('\n'))
  },
}
