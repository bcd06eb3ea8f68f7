import { dayOf, momentAt, numberOfDay } from '../../domain/moments.ts'
import { orderAgain } from '../../domain/order-name.ts'
import { gridOf, hasRoleOver, personName, townNode, villageOf } from '../../domain/roster.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import type { CallOf, Reply } from '../../orders/define-command.ts'
import { findAnyoneIn, type Named } from '../../orders/find-anyone.ts'
import { askWhichDay } from '../../orders/which-day.ts'
import type { Desk } from '../../ports/desk.ts'
import { readNumber } from '../../reading/numbers.ts'
import { readPastDay, type SpokenDay } from '../../reading/past-day.ts'
import { aboutWhom } from '../../tickets/about-whom.ts'
import { villageOfWords } from '../../tickets/whereabouts.ts'
import { clocksOf, type Way } from './facts.ts'
import type { PetitionCall } from './orders-steps.ts'
import { registerPetition } from './register.ts'
import * as say from './words.ts'

const WAYS: readonly (readonly [form: RegExp, way: Way])[] = [
  [/来信|写信/u, 'letter'],
  [/来电|电话/u, 'call'],
  [/微信/u, 'chat'],
]
const RECEIVED = /收到|来的|来访|来信|来电|来镇|登门/gu
const ENDED = /办结|息诉|息访|结案/gu
/** How it came, said by itself; it is kept as such and is no part of what is asked for. */
const WAY_WORD = /(?:^|[\s，,])(?:来信|来访|来电|写信)(?=$|[\s，,。；;])/gu
/** 信访人：周德福 诉求：…: the words of a form, and how it came, are no names. */
const LABELS =
  /(?:信访人|来访人|姓名|反映人|诉求|内容|事由|反映)(?:是|为)?[:：]|(?<=^|[\s，,])(?:来信|来访|来电|写信|上访)(?=$|[\s，,。；;])/gu
const MANY = /(\d+|[一二三四五六七八九十]+) ?(?:个|名)?人(?:一起)?(?:来访|来|联名)/u

/** Who takes petitions in: 镇值班 (with the 信访 staff among them) and the town's leaders. */
export const isStaff = ({ desk, spoken }: CallOf<'roster'>): boolean =>
  (['duty', 'leader'] as const).some((role) => hasRoleOver(desk.roster, spoken.person, role, townNode(desk.roster)))

/** 信访 登记 周德福 低保停了没给说法 2026年3月5日收到. The complained-of are found in the words and never hear of it. */
async function register(call: PetitionCall, rest: string): Promise<Reply[]> {
  const { desk, spoken, services } = call
  const named = findAnyoneIn(desk.roster, rest.replace(LABELS, ' '), [])
  if (!named) return rest === '' ? privately(say.howToRegister) : askFor(call, orderAgain('信访', '登记', '%s', rest), say.whoIsIt)
  if (named.rest === '') return askFor(call, `信访 登记 ${named.name} %s`, say.whatDemand(named.name))
  const { received, doubt, text, village, shape } = readRegistration(call, named)
  if (doubt) return askWhichDay(call, doubt, orderAgain('信访', '登记', named.name, text, `%s${shape.way === 'letter' ? '来信' : '收到'}`))
  const judged = services.judge(text)
  const { about } = aboutWhom(desk.roster, { ...judged, kind: 'household' }, text, village, village, shape.person)
  const petition = await registerPetition(desk, spoken.person, { ...shape, text, receivedAt: received ?? desk.now, about })
  const accept = clocksOf(petition, desk.calendar).find((c) => c.code === 'register')?.due ?? desk.now
  return privately(
    say.registered(
      petition,
      accept,
      about.map((id) => personName(desk.roster, id)),
      desk.now,
    ),
  )
}

const NOON = 12 * 60
/** A day that is told of without an hour; today is now. */
const noonOf = (day: string, now: Date): Date => (day === dayOf(now) ? now : momentAt(numberOfDay(day), NOON))

interface DayOf {
  said: SpokenDay
  /** The day and the verb, to be taken out of what is asked for. */
  words: string
}

/** 3月5日收到: the day that stands right before what was done on it. */
function dayOfDeed(text: string, deeds: RegExp, desk: Pick<Desk, 'calendar' | 'now'>): DayOf | null {
  for (const found of text.matchAll(deeds)) {
    const run = /[^\s，,。；;：:]+\s?$/u.exec(text.slice(0, found.index))?.[0] ?? ''
    const said = readPastDay(run, desk)
    if (said && /^于?$/u.test(said.rest)) return { said, words: `${run}${found[0]}` }
  }
  return null
}

function readRegistration(call: CallOf<'calendar' | 'now' | 'roster'>, named: Named) {
  const { desk, spoken } = call
  const { person, name, rest } = named
  const received = dayOfDeed(rest, RECEIVED, desk)
  const day = received?.said.day
  const text = rest
    .replace(received?.words ?? '', '')
    .replace(WAY_WORD, '')
    .replace(/^[\s，,：:。]+|[\s，,：:]+$/gu, '')
  const home = person ? villageOf(desk.roster, gridOf(desk.roster, person.id) ?? '') : null
  const village = home ?? villageOfWords(desk.roster, spoken.conversation, spoken.person.id, text)
  return {
    received: day ? noonOf(day, desk.now) : null,
    doubt: received?.said.doubt ?? null,
    text,
    village,
    shape: {
      name,
      person: person?.id ?? null,
      village: village === townNode(desk.roster) ? null : village,
      way: WAYS.find(([form]) => form.test(rest))?.[1] ?? ('visit' as const),
      people: readNumber(MANY.exec(rest)?.[1] ?? '') ?? 1,
    },
  }
}

/** 信访 补录 周德福 补偿款 2026年3月5日收到 2026年4月20日办结: what ended before this desk was there. */
async function backfill(call: PetitionCall, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const ended = dayOfDeed(rest, ENDED, desk)
  const named = findAnyoneIn(desk.roster, rest.replace(ended?.words ?? '', ' ').replace(LABELS, ' '), [])
  if (ended?.said.doubt)
    return askWhichDay(call, ended.said.doubt, orderAgain('信访', '补录', rest.replace(ended.words, ' ').trim(), '%s办结'))
  const closed = ended?.said.day
  if (!named || !closed || named.rest === '') return privately(say.howToBackfill)
  const { received, doubt, text, shape } = readRegistration(call, named)
  if (doubt) return askWhichDay(call, doubt, orderAgain('信访', '补录', named.name, text, '%s收到', `${closed}办结`))
  const closedAt = noonOf(closed, desk.now)
  if (!received || received > closedAt) return privately(say.howToBackfill)
  const petition = await registerPetition(desk, spoken.person, { ...shape, text, receivedAt: received, closedAt, about: [] })
  return privately(say.backfilled(petition.number, received, closedAt, desk.now))
}

/** What may be said before a petition has its number. */
export const ENTRIES: readonly (readonly [form: RegExp, run: (call: PetitionCall, rest: string) => Promise<Reply[]>])[] = [
  [/^(?:登记|新增|来件)/u, register],
  [/^(?:补录|补登)/u, backfill],
]
