import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Played, playEvening, readEvening, sortOut } from '../support/evening.ts'
import { type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

/** A Tuesday. */
const DAY = '2026-12-01'
const LONG = 400_000
/** What the house owes of such an evening; these are floors and ceilings, and move one way. */
const OWED = { registered: 7, followed: 5, glued: 16, posts: 6 }

const evening = readEvening('evening.txt')
let town: Town
let scene: Scene
let played: Played
let sorted: ReturnType<typeof sortOut>
beforeAll(async () => {
  town = await startTown({}, `${DAY}T09:00:00+08:00`)
  scene = await sceneIn(town, '井儿沟村')
  played = await playEvening(town, scene, evening, DAY)
  sorted = sortOut(evening, played)
}, LONG)
afterAll(() => town.close())

const ofMatter = (id: string) => sorted.found.find((f) => f.matter.id === id)?.tickets ?? []
const secret = ['danger', 'household', 'neighbour']

describe('an evening of three hundred lines in a village group', () => {
  it('opens nothing but its matters', () => {
    expect(sorted.wrong.map((t) => `${t.title}: ${t.said.map((m) => m.text).join(' / ')}`)).toEqual([])
    for (const { tickets } of sorted.found) expect(tickets.length).toBeLessThan(2)
  })

  it('registers nearly all of them, by itself or by the clerk’s list, each as what it is', () => {
    const registered = sorted.found.filter((f) => f.tickets.length > 0)
    expect(registered.length).toBeGreaterThanOrEqual(OWED.registered)
    for (const { matter, tickets } of registered)
      for (const t of tickets)
        expect(`${matter.about}: ${t.kind}`).toBe(`${matter.about}: ${matter.kind === 'danger' ? 'household' : matter.kind}`)
  })

  it('calls for the woman behind the door and for nobody else, and the group hears nothing of it', () => {
    const [danger] = ofMatter('c')
    expect(danger).toMatchObject({ urgent: true, private: true })
    expect(played.tickets.filter((t) => t.urgent).map((t) => t.number)).toEqual([danger?.number])
    expect(played.posts.filter((p) => p.text.includes(danger?.number ?? '?'))).toEqual([])
  })

  it('posts no more than it owes, and of private matters the number alone', () => {
    expect(played.posts.length).toBeLessThanOrEqual(OWED.posts)
    for (const { matter, tickets } of sorted.found.filter((f) => secret.includes(f.matter.kind)))
      for (const t of tickets)
        for (const p of played.posts.filter((it) => it.text.includes(t.number))) {
          expect(`${matter.about}: ${p.text}`).not.toContain(t.title)
          expect(p.text).toMatch(new RegExp(`${t.number}(?:】收到|[；）])`, 'u'))
        }
    expect(played.posts.filter((p) => /119|120|110/u.test(p.text))).toEqual([])
  })

  it('attaches what goes on about a matter, and little besides', () => {
    expect(sorted.follows.filter((f) => f.kept).length).toBeGreaterThanOrEqual(OWED.followed)
    expect(sorted.glued.map((l) => l.text).slice(OWED.glued)).toEqual([])
  })

  it('answers the question about a card one-to-one, from the duty list', async () => {
    const asks = evening.lines.findIndex((l) => l.text.startsWith('打听一下'))
    const who = (await town.heardIn(scene.group)).find((m) => m.id === played.ids[asks])?.from.id ?? ''
    expect((await town.heardBy(who)).some((m) => m.from.bot && m.text.includes('残疾'))).toBe(true)
  })
})
