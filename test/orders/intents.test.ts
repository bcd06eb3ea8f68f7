import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CADRE_ROLES, type Role } from '../../src/domain/people.ts'
import { WINGS } from '../../src/measures/index.ts'
import type { Command } from '../../src/orders/define-command.ts'
import { COMMANDS } from '../../src/orders/index.ts'
import { type Word, wordsOf } from '../../src/orders/words-of.ts'
import { phrasesOf, speltFrame } from '../../src/reading/grammar.ts'
import { intents } from '../../src/reading/intents.ts'
import { sourceFiles } from '../support/imports.ts'
import { readAs } from './read-as.ts'

const root = resolve(import.meta.dirname, '..', '..')

const words = wordsOf(COMMANDS)
/** Somebody who may say it, and not more than that. */
const speaker = ({ for: audience }: Command): Role =>
  audience === 'anyone' ? 'resident' : audience === CADRE_ROLES ? 'keeper' : (audience[0] ?? 'leader')

/** The ways to say it in which it must be this order: with a number where it takes one, else by itself. */
function said({ command, word, kind }: Word): { place: 'alone' | 'quoting'; text: string }[] {
  const numbered = command.ticket === 'none' ? [] : [{ place: 'alone' as const, text: `7号${word}` }]
  const bare = kind === 'numbered' || command.onlyWithTicket ? [] : [{ place: 'quoting' as const, text: word }]
  return [...numbered, ...bare]
}

describe('the names of orders', () => {
  it('are each carried out by one', () => {
    const text = sourceFiles().map((f) => readFileSync(join(root, 'src', f), 'utf8'))
    const house = text.flatMap((t) => /^type OfHouse =\n((?: {2}\|.*\n)+)/mu.exec(t)?.[1] ?? [])
    const ofWings = text.flatMap((t) => [...t.matchAll(/ OrderNames\s+extends Record<([^>]*)>/gu)].map((m) => m[1] ?? ''))
    const named = [...house, ...ofWings].flatMap((list) => [...list.matchAll(/'([^']+)'/gu)].map((m) => m[1] ?? ''))
    expect(COMMANDS.map((c) => c.name).toSorted()).toEqual(named.toSorted())
  })
})

describe('intents.txt', () => {
  it('names the orders there are', () => {
    const names = new Set<string>(COMMANDS.map((c) => c.name))
    expect(intents().named.filter(({ order }) => !names.has(order))).toEqual([])
  })

  it('says of a wing nothing but beside its orders', () => {
    const ofWings = new Set<string>(WINGS.flatMap((w) => w.orders.map((o) => o.name)))
    const { phrases, frames, loose, within } = intents()
    const astray = [...phrases, ...frames, ...loose, ...within].filter(({ order, where }) => ofWings.has(order) === /^intents/u.test(where))
    expect(astray.map(({ order, where }) => `${order} ${where}`)).toEqual([])
  })

  it('gives every phrase to one order only', () => {
    const where = new Map(intents().phrases.map((p) => [`${p.order} ${p.word}`, p.where]))
    const told = (w: Word) =>
      `${w.command.name}${where.has(`${w.command.name} ${w.word}`) ? `（${where.get(`${w.command.name} ${w.word}`)}）` : ''}`
    const twice = [...Map.groupBy(words, (w) => w.word)].flatMap(([word, claims]) => {
      // 好了 is 办结 in the mouth of who has it in hand, and 满意 of who told it.
      const claimed = claims.filter((w) => w.command.ticket !== 'asked')
      return claimed.length > 1 ? [`“${word}”：${claimed.map(told).join('、')}`] : []
    })
    expect(twice).toEqual([])
  })

  it('has no phrase that says nothing', () => {
    const dead = words.flatMap((w) => {
      const heard = said(w).map(({ place, text }) => [text, readAs(speaker(w.command), place, text)] as const)
      return heard.length === 0 || heard.some(([, meant]) => meant?.split(/[ |]/u)[0] === w.command.name)
        ? []
        : [`${w.command.name}“${w.word}”：${heard.map(([text, meant]) => `“${text}”是${meant}`).join('，')}`]
    })
    expect(dead).toEqual([])
  })
})

describe('what may stand anywhere in a sentence', () => {
  it('speaks of one order only, or of one that is meant when both are spoken of', () => {
    const { within, over } = intents()
    const said = within.flatMap(({ order, parts, where }) => speltFrame(parts, where).map((words) => ({ order, words, where })))
    const twice = [...Map.groupBy(said, (s) => s.words)].flatMap(([words, claims]) => {
      const orders = [...new Set(claims.map((c) => c.order))]
      const isSettled = (a: string, b: string) => a === b || over.get(a)?.has(b) || over.get(b)?.has(a)
      const settled = orders.every((a) => orders.every((b) => isSettled(a, b)))
      return settled ? [] : [`“${words}”：${claims.map((c) => `${c.order}（${c.where}）`).join('、')}`]
    })
    expect(twice).toEqual([])
  })
  it('has no two orders each of which would be meant rather than the other', () => {
    const { over } = intents()
    expect([...over].flatMap(([order, others]) => [...others].filter((o) => over.get(o)?.has(order)).map((o) => `${order} ${o}`))).toEqual(
      [],
    )
  })
})

describe('done, where it is not said to be done', () => {
  const finished = phrasesOf('finished', 'finished').filter((done) => !done.startsWith('已'))
  // biome-ignore format: to be read in rows
  const DOUBTED: readonly ((done: string) => string)[] = [
    (done) => `7号还没${done}`, (done) => `等7号${done}再说`, (done) => `要是7号${done}我给你说`, (done) => `居民说7号${done}`,
    (done) => `听说7号${done}，我还没去看`, (done) => `7号${done}没有`, (done) => `7号是不是${done}？`, (done) => `7号明天才能${done}`,
    (done) => `7号${done}以后我给你说`, (done) => `7号快${done}`, (done) => `7号争取今天${done}`, (done) => `王芳说7号${done}`,
  ]
  it('ends nothing', () => {
    const ended = finished
      .map((done, i) => DOUBTED[i % DOUBTED.length]?.(done) ?? '')
      .filter((text) => readAs('keeper', 'alone', text)?.startsWith('办结'))
    expect(ended).toEqual([])
  })
})

describe('done, with every verb', () => {
  const finished = phrasesOf('finished', 'finished')
  const FRAMES: readonly ((done: string) => string)[] = [
    (done) => `7号${done}`,
    (done) => `${done} 7号`,
    (done) => `把7号${done}`,
    (done) => `7${done}`,
    (done) => (done.startsWith('已') ? `7号${done}` : `7号已经${done}`),
    (done) => `7号路灯${done}`,
    (done) => `7号${done}，换了灯泡`,
  ]
  // Every verb has several results: each frame takes its share of them, so that every verb stands in every frame.
  it.each(FRAMES.map((frame, k) => [frame('弄好'), frame, k] as const))('is understood in every frame with a number: %s', (_, frame, k) => {
    const said = finished.filter((_, i) => i % 3 === k % 3).map(frame)
    expect(said.filter((text) => !readAs('keeper', 'alone', text)?.startsWith('办结 7'))).toEqual([])
  })
  it('is understood of whose matter it was', () => {
    const said = finished.map((done) => `老王那个事${done}`)
    expect(said.filter((text) => !readAs('keeper', 'alone', text)?.startsWith('办结'))).toEqual([])
  })
})
