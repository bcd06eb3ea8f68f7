import { dayNumber, momentAt } from '../../domain/moments.ts'
import { orderAgain } from '../../domain/order-name.ts'
import { placeName } from '../../domain/place-name.ts'
import { isCadreOf, villagesOf } from '../../domain/roster.ts'
import { isPrivate } from '../../domain/ticket.ts'
import { villageStem } from '../../domain/village-stem.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import { type CallOf, type Command, isAddressed, type Reply } from '../../orders/define-command.ts'
import { type FindCall, shortsOf, ticketsMeant } from '../../orders/find-ticket.ts'
import { readDay } from '../../orders/which-day.ts'
import type { Desk } from '../../ports/desk.ts'
import { MEETING } from '../../reading/bounds.ts'
import { caseRef } from '../../reading/case-ref.ts'
import { readNumber } from '../../reading/numbers.ts'
import { readRoom } from '../../reading/room.ts'
import { ticketRef } from '../../reading/ticket-ref.ts'
import { HALF_READ_HOUR, readTimeOfDay } from '../../reading/time-of-day.ts'
import { momentOf, readWhen } from '../../reading/when.ts'
import { notYours } from '../../wording/replies.ts'
import type { BulletinDesk } from '../bulletin/verbs.ts'
import { type AgendaItem, ASSEMBLIES, type Assembly } from './facts.ts'
import { reservedIn } from './orders-reserved.ts'
import { addItems, type NewItem, planAssembly, recordOpinion, recordPresence, recordResult } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'议事会', true> {}
}

const NAMES = ['议']
const TOPICS = /(?:议题|议一?议|说(?!事))(?:是|有)?[\s：:，,]*(.+)$/u
const PRESENT =
  /^(?:应到|应该到)?[\s：:]*(?:(\d+|[一二三四五六七八九十百]+)(?:个?人|户)?[\s，,]*)?(?:到会|实到|到了|来了)[\s：:]*(\d+|[一二三四五六七八九十百]+)/u
const OPINION = /^意见[\s：:]*第?(\d+|[一二三四五六七八九十]+)?[件条]?[\s，,：:]*(.*)$/u
const RESULT = /^结果[\s：:]*第?(\d+|[一二三四五六七八九十]+)?[件条]?[\s，,：:]*(.*)$/u
const RESULTS: readonly (readonly [form: RegExp, result: NonNullable<AgendaItem['result']>])[] = [
  [/^(?:没同意|不同意|没通过|不通过|不行|否)/u, 'notAgreed'],
  [/^(?:报|交|提请?)?(?:村民(?:代表)?会议|代表会议)/u, 'toAssembly'],
  [/^(?:再议|下次|以后再)/u, 'later'],
  [/^(?:同意|通过|行|可以|都同意)/u, 'agreed'],
]
const SUGGESTED = 5

/** A topic may be a matter's number: 坪07 goes by its title where everybody may read it, else by its number. */
async function itemsIn(call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber'>, text: string): Promise<NewItem[]> {
  const items: NewItem[] = []
  for (const topic of text.split(/[；;。]|、(?=\S{4,})/u).map((t) => t.trim())) {
    if (topic === '') continue
    const ref = ticketRef(topic, shortsOf(call.desk))
    const [ticket, second] = ref ? await ticketsMeant(call, ref) : []
    const told = ticket && !second ? ticket : null
    const words = told ? (isPrivate(told) ? told.label : told.title) : topic
    items.push({ text: words, ticket: told?.id ?? null, reserved: reservedIn(told ? told.title : topic) })
  }
  return items
}

/** What waits to be talked about in the village. */
async function suggestions(call: CallOf<'tickets'>, village: string): Promise<string[]> {
  const live = await call.desk.tickets({ villages: [village], statuses: ['open', 'waiting'], limit: 200 })
  const waiting = live.filter(
    (t) => !t.about.includes(call.spoken.person.id) && (t.stage === 'deliberation' || (!isPrivate(t) && t.mode === 'joint')),
  )
  return waiting.slice(0, SUGGESTED).map((t) => (isPrivate(t) ? t.label : `${t.label} ${t.title}`))
}

/** What stands before 议题, and the topics; where the day stands behind them, the whole line is read for it. */
function partsOf(text: string, { now, calendar }: Pick<Desk, 'calendar' | 'now'>): [head: string, topics: string | null] {
  const topics = TOPICS.exec(text)
  if (!topics) return [text, null]
  const [head, said] = [text.slice(0, topics.index), topics[1] ?? '']
  const isBehind = readWhen(head, { now, calendar }) === null && readWhen(said, { now, calendar })?.when !== undefined
  return isBehind ? [`${head} ${said}`.trim(), null] : [head, said]
}

type AssemblyCall = FindCall & CallOf<keyof BulletinDesk | 'append' | 'calendar' | 'cases' | 'newId' | 'ticket'>

async function plan(call: AssemblyCall, village: string, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const [head, topics] = partsOf(rest, desk)
  const name = placeName(desk.roster, village)
  const when = await readDay(call, head, {
    bounds: MEETING,
    again: (more) => orderAgain('议事会', name, '%s', more, topics === null ? '' : `议题 ${topics}`),
  })
  if (when.replies) return when.replies
  if (!when.when) return askFor(call, orderAgain('议事会', name, '%s', rest), say.whichDay, 'day')
  const time = readTimeOfDay(when.rest)
  const words = (time?.rest ?? when.rest.replace(HALF_READ_HOUR, ' ')).replace(/^(?:上午|下午|晚上|在|到)+(?=\s|$)/u, '').trim()
  const known = desk.roster.venues.map((v) => v.name)
  const room = readRoom(words, known)
  // What is no room is what they talk about, said without the word for it; where 议题 is said, what stands before is where.
  const told = topics ?? (room ? room.rest : words)
  const place = room?.room ?? (topics !== null ? words.replace(/^(?:在|到)+/u, '') : '')
  if (told.trim() === '') return askFor(call, `议事会 ${name} ${rest} 议题 %s`, say.whatTopics(await suggestions(call, village)))
  const items = await itemsIn(call, told)
  const day = momentOf(when.when, desk.now, desk.calendar)
  const at = time ? momentAt(dayNumber(day), time.minute) : day
  return privately(
    say.planned(await planAssembly(desk, spoken.person, { village, at, place: place || say.villageOffice, items }), desk.now),
  )
}

async function later(call: AssemblyCall, a: Assembly, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const n = (said: string | undefined): number => readNumber(said ?? '') ?? (a.items.length === 1 ? 1 : 0)
  const present = PRESENT.exec(rest)
  if (present)
    return privately(
      say.presentNoted(await recordPresence(desk, spoken.person, a, readNumber(present[1] ?? ''), readNumber(present[2] ?? '') ?? 0)),
    )
  const opinion = OPINION.exec(rest)
  if (opinion)
    return privately(
      a.items[n(opinion[1]) - 1] && opinion[2]
        ? say.opinionNoted(await recordOpinion(desk, spoken.person, a, n(opinion[1]), opinion[2]), n(opinion[1]))
        : say.noSuchItem(a),
    )
  const result = RESULT.exec(rest)
  if (result) return settle(call, a, n(result[1]), result[2] ?? '')
  const added = /^(?:加|添)(?:议题)?[\s：:]*(.+)$/u.exec(rest)
  if (added) return privately(say.itemsAdded(await addItems(desk, spoken.person, a, await itemsIn(call, added[1] ?? ''))))
  return privately(say.whole(a, desk.now))
}

async function settle(call: AssemblyCall, a: Assembly, n: number, said: string): Promise<Reply[]> {
  const found = RESULTS.find(([form]) => form.test(said))
  if (!found) return privately(say.noSuchItem(a))
  const text = said.replace(found[0], '').replace(/^[\s，,：:、]+/u, '')
  const settled = await recordResult(call.desk, call.spoken.person, a, n, found[1], text)
  if (!settled) return privately(say.noSuchItem(a))
  const { assembly, item, bent } = settled
  const open = assembly.items.filter((i) => i.result === null).length
  return privately(bent ? say.mayNotDecide(assembly, n, item) : say.resultNoted(assembly, n, item, open))
}

/** 议事会: called, attended, what was said and what came of it; the law's limits said where they are met. */
export const assembly: Command = {
  name: '议事会',
  topic: '村务',
  also: ['开议事会', '村民议事会'],
  for: ['secretary', 'clerk', 'leader', 'duty'],
  ticket: 'none',
  fits: (words, scene, apart) => apart && (isAddressed(scene) || caseRef(words, NAMES) !== null || /议题|\d|[周月号天]/u.test(words)),
  example: '议事会 周五 村部 议题 水费怎么收',
  help: '议事会的议题、到会、结果',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const villages = villagesOf(desk.roster, spoken.person)
    if (rest === '') return privately(say.listed(await desk.cases(ASSEMBLIES).list({ villages, statuses: ['planned'] }), desk.now))
    const ref = caseRef(rest, NAMES)
    if (ref && /^[【[]?议/u.test(rest)) {
      const a = await desk.cases(ASSEMBLIES).byNumber(ref.number)
      return a && isCadreOf(desk.roster, spoken.person, a.village) ? later(call, a, ref.rest) : privately(say.noSuch(ref.number))
    }
    const named = villages.find((v) => rest.startsWith(villageStem(placeName(desk.roster, v))))
    const short = named ? villageStem(placeName(desk.roster, named)) : ''
    const village = named ?? (villages.length === 1 ? villages[0] : undefined)
    if (!village) return privately(villages.length === 0 ? notYours('议事会', '村干部或镇领导', null) : say.how)
    return plan(
      call,
      village,
      rest
        .slice(short.length)
        .replace(/^村(?=[\s，,])/u, '')
        .trim(),
    )
  },
}
