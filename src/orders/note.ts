import { dayOf } from '../domain/moments.ts'
import { groupIn } from '../domain/notice.ts'
import { isCadre } from '../domain/people.ts'
import { gridOf, personName, type Roster, villageOf } from '../domain/roster.ts'
import type { Through, Via } from '../domain/ticket.ts'
import { handToPolice } from '../measures/handovers/verbs.ts'
import { handedToPolice } from '../measures/handovers/words.ts'
import { sayDaysOf } from '../measures/say-day/verbs.ts'
import { withoutHead } from '../reading/marks.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { type OpenDesk, openTicket } from '../tickets/open-ticket.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { registered, registeredFor } from '../wording/clerk.ts'
import { whatToNote } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Call, CallOf, Command, Reply } from './define-command.ts'

const named = wordsBeside(import.meta.url, 'note')

const SPEAKER = named('speaker')
const PHONE = named('phone')
const VISIT = named('visit')

/** 大家都说 names nobody. */
const NOBODY = named('nobody')

/** 三社张大山说水渠堵了, typed by a cadre: who said it. */
export function readSpeaker(text: string): string | null {
  const name = SPEAKER.exec(text)?.[2] ?? null
  return name === null || NOBODY.test(name) ? null : name
}

/** 三社张大山说水渠堵了 → 三社水渠堵了: the matter without its teller. */
const matterOf = (text: string): string => withoutHead(text.replace(SPEAKER, (_all, place: string | undefined) => place ?? ''))

/** That resident, when the full name is one of the village's. */
function whoSaid(roster: Roster, village: string, text: string): string | null {
  const name = readSpeaker(text)
  const found = name
    ? [...roster.people.values()].filter((p) => p.name === name && villageOf(roster, gridOf(roster, p.id) ?? '') === village)
    : []
  const [only, second] = found
  return only && !second ? only.id : null
}

const viaOf = (text: string, onSayDay: boolean): Via =>
  PHONE.test(text) ? 'phone' : VISIT.test(text) ? 'visit' : onSayDay ? 'sayday' : 'point'

function judged({ services }: Pick<Call, 'services'>, text: string) {
  const said = services.judge(text)
  return said.kind === 'none' ? { ...said, kind: 'village' as const, duty: 'V-OTHER', title: said.title || text.slice(0, 16) } : said
}

/** What is for the police becomes no ticket, however it is told; null for everything else. */
export async function handedOff(
  call: CallOf<'calendar' | 'cases' | 'newId' | 'notify' | 'now' | 'roster'>,
  text: string,
): Promise<Reply[] | null> {
  const { desk, spoken, services } = call
  const matter = services.judge(text).danger ? null : services.policeMatter(text)
  if (!matter) return null
  const village = villageOfWords(desk.roster, spoken.conversation, spoken.person.id, text)
  const told = isCadre(spoken.person) ? whoSaid(desk.roster, village, text) : null
  await handToPolice(desk, { matter, reporter: told ?? spoken.person.id, village, text, key: `police:${spoken.messageId}` })
  return told && told !== spoken.person.id ? privately(handedToPolice) : []
}

/** Written down for somebody who is not on WeChat: they are told, and asked, through the cadre. */
export async function noteThrough(call: CallOf<keyof OpenDesk | 'cases' | 'heard'>, text: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const message = await desk.heard(spoken.messageId)
  const village = villageOfWords(desk.roster, spoken.conversation, spoken.person.id, text)
  const resident = whoSaid(desk.roster, village, text)
  const day = dayOf(desk.now)
  const onSayDay = (await sayDaysOf(desk, [village], day, day)).some((d) => d.status !== 'cancelled')
  const through: Through = {
    person: spoken.person.id,
    name: resident ? personName(desk.roster, resident) : (readSpeaker(text) ?? spoken.person.name),
    via: viaOf(text, onSayDay),
  }
  const ticket = await openTicket(desk, {
    ...{ judgement: judged(call, matterOf(text)), reporter: resident, village, text, source: 'noted' },
    ...{ messages: message ? [message] : [], group: null, by: spoken.person.id, through },
  })
  return privately(registeredFor(ticket, through.name, ticket.owner && personName(desk.roster, ticket.owner), desk.now), ticket)
}

/** 登记: what is said after it is a matter, whatever the reader of sentences would think of it. */
export const note: Command = {
  name: '登记',
  for: 'anyone',
  ticket: 'none',
  fits: (_words, _scene, apart) => apart,
  example: '登记 三社水渠堵了',
  help: '直接登记一件事，替老人说也行',
  async run(call, { rest }) {
    const { desk, spoken } = call
    if (rest === '') return privately(whatToNote)
    const group = desk.roster.groups.get(groupIn(spoken.conversation) ?? '')
    const village = villageOfWords(desk.roster, spoken.conversation, spoken.person.id, rest)
    const noting = isCadre(spoken.person)
    const told = noting ? whoSaid(desk.roster, village, rest) : null
    const police = await handedOff(call, rest)
    if (police) return police
    // Somebody the roster does not know can be told through the cadre only.
    if (noting && !told && readSpeaker(rest)) return noteThrough(call, rest)
    const message = await desk.heard(spoken.messageId)
    const ticket = await openTicket(desk, {
      judgement: judged(call, rest),
      reporter: told ?? spoken.person.id,
      village,
      text: rest,
      source: noting ? 'noted' : group ? 'group' : 'direct',
      messages: message ? [message] : [],
      group: group?.kind === 'village' ? group.id : null,
      ...(told && told !== spoken.person.id && { by: spoken.person.id }),
    })
    // Where a receipt goes out anyway, a second word would be one too many.
    const hasReceipt = group?.kind === 'village' || (group === undefined && (told === null || told === spoken.person.id))
    return hasReceipt ? [] : privately(registered(ticket.label, ticket.title), ticket)
  },
}
