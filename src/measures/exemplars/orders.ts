import { yearOf } from '../../domain/moments.ts'
import { groupIn } from '../../domain/notice.ts'
import { orderAgain } from '../../domain/order-name.ts'
import { gridOf, hasRoleOver, townNode, villageOf, villagesOf } from '../../domain/roster.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import type { CallOf, Command, Reply } from '../../orders/define-command.ts'
import { findAnyoneIn } from '../../orders/find-anyone.ts'
import { takeApart } from '../../reading/apart.ts'
import { type CaseRef, caseRef } from '../../reading/case-ref.ts'
import { isPeriod, readPeriod } from '../../reading/period.ts'
import { villageOfWords } from '../../tickets/whereabouts.ts'
import type { BulletinDesk } from '../bulletin/verbs.ts'
import { CATEGORIES, type Category, EXEMPLARS, type Step } from './facts.ts'
import { alreadyNamed, decide, namesByCategory, nominate, publishedIn, spanOfYear, takeDown, tally } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'推荐' | '榜样', true> {}
}

const NAMES = ['榜样', '榜']
const STEPS: readonly (readonly [form: RegExp, step: Step, yes: boolean])[] = [
  [/^(?:本人)?不(?:愿意|同意)$/u, 'consent', false],
  [/^(?:本人)?(?:愿意|同意)$/u, 'consent', true],
  [/^村里不(?:同意|行)/u, 'check', false],
  [/^村里(?:同意|核实)/u, 'check', true],
  [/^镇里不(?:同意|行)/u, 'approve', false],
  [/^镇里(?:同意|通过)/u, 'approve', true],
]
const DOWN = /^(?:撤下|撤回|取消|不要了)/u
const WANTED: readonly (readonly [word: string, category: Category])[] = CATEGORIES.flatMap((c) =>
  [say.categoryWords[c].name, say.categoryWords[c].short, ...say.categoryWords[c].also].map((word) => [word, c] as const),
).sort((a, b) => b[0].length - a[0].length)

/** The kind that stands by itself in the line. */
function categoryApart(text: string): { category: Category; rest: string } | null {
  const taken = takeApart(text, WANTED.map(([word]) => word).join('|'))
  const category = WANTED.find(([word]) => word === taken?.found[0])?.[1]
  return taken && category ? { category, rest: taken.rest } : null
}

/** The kind at the beginning of what is said of somebody, the longest name first. */
function categoryIn(text: string): { category: Category; rest: string } | null {
  const found = WANTED.find(([word]) => text.startsWith(word))
  return found ? { category: found[1], rest: text.slice(found[0].length).replace(/^[\s，,：:。]+/u, '') } : null
}

const beginsWithKind = (text: string): boolean => {
  const [, , ...rest] = /^(\S+)\s+(.*)$/u.exec(text) ?? []
  return categoryIn(rest[0] ?? text.replace(/^\S+\s+/u, '')) !== null
}

export const recommend: Command = {
  name: '推荐',
  topic: '榜样',
  also: ['推荐榜样', '我推荐'],
  for: 'anyone',
  ticket: 'none',
  fits: (words, scene, apart) => apart && (!scene.inGroup || beginsWithKind(words)),
  example: '推荐 周德福 好邻居 帮邻居看门十年',
  help: '推荐身边的好榜样',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const home = gridOf(desk.roster, spoken.person.id)
    const own = [...villagesOf(desk.roster, spoken.person), ...(home ? [villageOf(desk.roster, home) ?? ''] : [])]
    const apart = categoryApart(rest)
    const named = findAnyoneIn(desk.roster, apart?.rest ?? rest, own)
    if (!named)
      return apart && apart.rest !== ''
        ? askFor(call, orderAgain('推荐', '%s', say.categoryWords[apart.category].name, apart.rest), say.whom)
        : privately(say.how)
    const kind = apart ? { ...apart, rest: named.rest } : categoryIn(named.rest)
    if (!kind) return askFor(call, orderAgain('推荐', named.name, '%s', named.rest), say.whichCategory(named.name))
    if (kind.rest === '') return askFor(call, `推荐 ${named.name} ${say.categoryWords[kind.category].name} %s`, say.whichDeed(named.name))
    const theirs = named.person ? villageOf(desk.roster, gridOf(desk.roster, named.person.id) ?? '') : null
    const village = theirs ?? villageOfWords(desk.roster, spoken.conversation, spoken.person.id, rest)
    const of = { name: named.name, person: named.person?.id ?? null, village, category: kind.category }
    const known = await alreadyNamed(desk, of)
    if (known) return privately(say.alreadyNamed(known))
    return privately(say.nominated(await nominate(desk, spoken.person, { ...of, deed: kind.rest })))
  },
}

/** 5 愿意, 愿意 榜5. */
function refOf(words: string): CaseRef | null {
  const behind = /^(.+?)[\s，,]+((?:榜样?|第|#)?\s?\d+号?)$/u.exec(words)
  const last = behind ? caseRef(behind[2] ?? '', NAMES) : null
  return caseRef(words, NAMES) ?? (last && { ...last, rest: behind?.[1] ?? '' })
}

async function pending(call: CallOf<'cases' | 'roster'>): Promise<Reply[]> {
  const { desk, spoken } = call
  const { roster } = desk
  const open = await desk.cases(EXEMPLARS).list({ statuses: ['nominated', 'consented', 'checked'] })
  const theirs = open.filter(
    (e) =>
      (e.status === 'consented' && hasRoleOver(roster, spoken.person, 'secretary', e.village)) ||
      (e.status === 'checked' && hasRoleOver(roster, spoken.person, 'leader', townNode(roster))),
  )
  return privately(say.pendingList(theirs))
}

/** 榜样 5 愿意, 榜样 5 村里同意, 榜样 5 撤下. */
async function later(call: CallOf<keyof BulletinDesk | 'ask' | 'cases' | 'notify'>, number: number, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const exemplar = await desk.cases(EXEMPLARS).byNumber(number)
  const found = STEPS.find(([form]) => form.test(rest))
  if (!exemplar) return privately(say.noSuch(number))
  if (DOWN.test(rest)) {
    const down = await takeDown(desk, spoken.person, exemplar)
    return privately(down ? say.withdrawn(down) : say.noSuch(number))
  }
  if (!found) return privately(say.how)
  const [, step, yes] = found
  const decided = await decide(desk, spoken.person, exemplar, step, yes)
  if ('refused' in decided) return privately(decided.refused === 'not-now' ? say.notNow(exemplar) : say.notYours(exemplar, step))
  if (!yes) return privately(say.declined(exemplar))
  return privately(step === 'consent' && exemplar.person === spoken.person.id ? say.thanksForConsent(exemplar) : say.passed(exemplar, step))
}

export const exemplars: Command = {
  name: '榜样',
  topic: '榜样',
  also: ['身边好榜样', '好榜样'],
  for: 'anyone',
  ticket: 'none',
  fits: (words, scene, apart) =>
    apart &&
    (words === '名单' || isPeriod(words.replace(/名单$/u, ''), 'year') || (!scene.inGroup && (words === '待定' || refOf(words) !== null))),
  example: '榜样',
  help: '今年的身边好榜样',
  async run(call, { rest }) {
    const { desk, spoken } = call
    if (rest === '待定') return pending(call)
    const named = readPeriod(rest, desk.now)
    const year = named?.kind === 'year' ? Number(named.period) : yearOf(desk.now)
    const ref = named ? null : refOf(rest)
    if (ref && groupIn(spoken.conversation) === null) return later(call, ref.number, ref.rest)
    const published = await publishedIn(desk, spanOfYear(year))
    return privately(rest.includes('名单') ? say.yearList(year, namesByCategory(published)) : say.yearTally(year, tally(published)))
  },
}
