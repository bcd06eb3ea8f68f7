import { readFileSync } from 'node:fs'
import type { SandboxMessage, SandboxTicketWhole } from '../../src/ports/sandbox.ts'
import { nth, type Scene } from './scene.ts'
import type { Town } from './town.ts'

export interface EveningMatter {
  id: string
  /** village, neighbour, household; danger: behind doors, whoever is called. */
  kind: string
  about: string
}

export interface EveningLine {
  /** Of which matters it is, and how: tells it, goes on about it, says the same of oneself. */
  of: { matter: string; as: 'tells' | 'follows' | 'same' }[]
  time: string
  who: string
  text: string
  photo: boolean
}

export interface Evening {
  matters: EveningMatter[]
  lines: EveningLine[]
}

const PHOTO = /^\[图\]/u
const HOW = { '+': 'follows', '=': 'same' } as const

const marksOf = (mark: string): EveningLine['of'] =>
  mark === '-'
    ? []
    : mark.split(',').map((m) => {
        const sign = m[0] === '+' || m[0] === '=' ? m[0] : null
        return sign ? { matter: m.slice(1), as: HOW[sign] } : { matter: m, as: 'tells' }
      })

/** Reads an evening written by hand; its head says what the marks are. */
export function readEvening(file: string): Evening {
  const matters: EveningMatter[] = []
  const lines: EveningLine[] = []
  for (const row of readFileSync(new URL(`../stories/${file}`, import.meta.url), 'utf8').split('\n')) {
    if (row === '' || row.startsWith('#')) continue
    const [mark = '', time = '', who = '', text = ''] = row.split('\t')
    if (mark === 'matter') matters.push({ id: time, kind: who, about: text })
    else lines.push({ of: marksOf(mark), time, who, text: text.replace(PHOTO, ''), photo: PHOTO.test(text) })
  }
  return { matters, lines }
}

export const PICTURE = {
  name: 'p.png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
}
const OFFICES: Record<string, string> = { S: 'secretary', W: 'clerk', G: 'keeper' }
const LIST_LINE = /^\s*(\d{1,2})\s/u
const bare = (text: string): string => text.replace(/[\s\p{P}…]/gu, '')

/** Plays it in a group on a day, with a clerk beside who answers lists and questions as one who knows the village would. */
export async function playEvening(town: Town, scene: Scene, { lines }: Evening, day: string): Promise<Played> {
  const cast = new Map<string, string>()
  const people = await town.people(`village=${encodeURIComponent(scene.village)}`)
  const keepers = people.filter((p) => p.groups.includes(scene.group) && p.roles.some((r) => r.role === 'keeper'))
  // A small village: whoever has no household of their own left speaks as a keeper, as in the next house.
  const residents = [...scene.residents, ...keepers.slice(1)]
  for (const { who } of lines) {
    const role = OFFICES[who]
    if (!cast.has(who)) cast.set(who, role ? scene.cadre(role).id : nth(residents.splice(0, 1), 0).id)
  }
  const clerk = scene.cadre('clerk').id
  const told = lines.filter((l) => l.of.some((o) => o.as === 'tells')).map((l) => bare(l.text))
  const isMatter = (row: string): boolean =>
    [...row.matchAll(/“([^”]+)”/gu)].some(([, said = '']) =>
      told.some((t) => t.length > 1 && (bare(said).includes(t) || t.includes(bare(said)))),
    )
  let seen = 0
  const asked: string[] = []
  async function standBy(): Promise<void> {
    const all = await town.heardBy(clerk)
    const news = all.slice(seen)
    seen = all.length
    for (const m of news.filter((it) => it.from.bot)) {
      const rows = m.text.split('\n').flatMap((row) => (LIST_LINE.test(row) ? [[LIST_LINE.exec(row)?.[1] ?? '', row] as const] : []))
      const isList = rows.length > 0 && m.text.includes('登记')
      if (!isList && !/要登记吗/u.test(m.text)) continue
      asked.push(m.text)
      const chosen = rows.filter(([, row]) => isMatter(row)).map(([n]) => n)
      const answer = isList ? chosen.join(' ') || '都不是' : isMatter(m.text) ? '是' : '不是'
      await town.tell(clerk, answer, { quote: m.id })
      await town.settle()
    }
  }
  await town.clockTo(`${day}T18:30:00+08:00`)
  const ids: string[] = []
  let minute = ''
  for (const { time, who, text, photo } of lines) {
    if (time !== minute) {
      await standBy()
      await town.clockTo(`${day}T${time}:00+08:00`)
    }
    minute = time
    ids.push(await town.say(scene.group, cast.get(who) ?? '', text, photo ? { image: PICTURE } : {}))
  }
  await town.settle()
  await standBy()
  await town.advance('PT50M')
  await standBy()
  await town.settle()
  const tickets: SandboxTicketWhole[] = []
  for (const { number } of (await scene.tickets()).toReversed()) {
    const whole = await town.ticket(number)
    if (whole.messages.some((m) => ids.includes(m))) tickets.push(whole)
  }
  return { ids, tickets, posts: (await town.heardIn(scene.group)).filter((m) => m.from.bot), asked }
}

export interface Played {
  ids: string[]
  tickets: SandboxTicketWhole[]
  posts: SandboxMessage[]
  /** The lists and questions that the clerk read. */
  asked: string[]
}

export interface Found {
  matter: EveningMatter
  tickets: SandboxTicketWhole[]
}

/** Which tickets are of which matter; a ticket without a line that tells, follows or joins one is of none. */
export function sortOut({ matters, lines }: Evening, { ids, tickets }: Played) {
  const matterOf = (ticket: SandboxTicketWhole): string | null => {
    const marks = ticket.messages.flatMap((m) => lines[ids.indexOf(m)]?.of ?? [])
    const told = new Map<string, number>()
    for (const { matter, as } of marks) told.set(matter, (told.get(matter) ?? 0) + (as === 'tells' ? 3 : 1))
    // Two matters of one line are told apart by their words alone.
    const best = [...told].sort((a, b) => b[1] - a[1])
    const tie = best.filter(([, n]) => n === best[0]?.[1]).map(([m]) => m)
    return tie.length < 2 ? (tie[0] ?? null) : (tie.find((m) => !taken.has(m)) ?? tie[0] ?? null)
  }
  const taken = new Set<string>()
  const found: Found[] = matters.map((matter) => ({ matter, tickets: [] }))
  const wrong: SandboxTicketWhole[] = []
  for (const ticket of tickets) {
    const id = matterOf(ticket)
    if (id) taken.add(id)
    const home = found.find((f) => f.matter.id === id)
    if (home) home.tickets.push(ticket)
    else wrong.push(ticket)
  }
  const holds = (matter: string, n: number): boolean =>
    found.some((f) => f.matter.id === matter && f.tickets.some((t) => t.messages.includes(ids[n] ?? '')))
  const follows = lines.flatMap(({ of, text }, n) =>
    of.flatMap(({ matter, as }) => (as === 'follows' ? [{ text, kept: holds(matter, n) }] : [])),
  )
  const glued = lines.filter(({ of }, n) => of.length === 0 && tickets.some((t) => t.messages.includes(ids[n] ?? '')))
  return { found, wrong, follows, glued }
}
