import { villageStem } from '../domain/village-stem.ts'
import { withoutHead } from './marks.ts'
import { wordsBeside } from './named-words.ts'
import { NUMBER, readNumber } from './numbers.ts'

const said = wordsBeside(import.meta.url, 'ticket-ref')

export interface Short {
  short: string
  villageName: string
}

export interface TicketRef {
  /** The village's short name, null where the number stands alone. */
  village: string | null
  number: number
  rest: string
}

export interface FoundRef {
  village: string | null
  number: number
  at: number
  end: number
}

/** A number before one of these counts something else: 3个, 三社, 7天, 10号前, 3号路, 12月. */
const COUNTS = said('counts', 'anywhere', '')
const NOT_A_NUMBER = said('not-a-number', 'anywhere', '')
/** 05天晴了: as it stands in every post, and no span. */
const AS_POSTED = /^0\d天(?=[晴气])/u
/** What may follow a number written in characters, for 三 is part of many words. */
const FOLLOWS = said('follows', 'start', '')

/** Behind a village's name more may: 坪七督办, but 镇三中. */
const FOLLOWS_NAMED = said('follows-named', 'start', '')

const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function namesOf(shorts: readonly Short[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { short, villageName } of shorts)
    for (const name of [short, villageName, villageStem(villageName)]) if (name && !names.has(name)) names.set(name, short)
  return names
}

function pattern(names: ReadonlyMap<string, string>): RegExp {
  const alternatives = [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
  return new RegExp(
    `(【|\\[)? ?(?:编号|工单|单号)?(?:(${alternatives || '(?!)'})的? ?)?(#|第|编号)? ?(${NUMBER})(?: ?(号|件|个))?(?: ?(?:】|\\]))?`,
    'y',
  )
}

interface Form {
  names: ReadonlyMap<string, string>
  form: RegExp
}
const forms = new WeakMap<readonly Short[], Form>()

/** How numbers are written among these villages; a line is read many times against the same. */
function formOf(shorts: readonly Short[]): Form {
  const known = forms.get(shorts)
  if (known) return known
  const names = namesOf(shorts)
  const made = { names, form: pattern(names) }
  forms.set(shorts, made)
  return made
}

function matchAt(text: string, at: number, names: ReadonlyMap<string, string>, form: RegExp): FoundRef | null {
  form.lastIndex = at
  const found = form.exec(text)
  if (!found) return null
  const [whole, bracket, name, mark, digits = '', measure] = found
  const number = readNumber(digits)
  if (number === null || number === 0 || number > 99_999) return null
  const end = at + whole.length
  const after = text.slice(end)
  // 坪03 and what stands apart is a number of ours; 坪3社 is a place.
  const certain =
    bracket !== undefined ||
    mark === '#' ||
    (name !== undefined && (digits.startsWith('0') || /^ /.test(after))) ||
    AS_POSTED.test(`${digits}${after}`)
  if (!certain) {
    if (measure === '号' && NOT_A_NUMBER.test(`号${after}`)) return null
    // 换了俩 and 修了仨 tell how many.
    if (digits.endsWith('俩') || digits.endsWith('仨')) return null
    if (measure === undefined && COUNTS.test(after)) return null
    if (measure === undefined && !/\d$/.test(digits) && !FOLLOWS.test(after) && !(name !== undefined && FOLLOWS_NAMED.test(after)))
      return null
    // 7件 counts, 第7件 names one.
    if (measure !== undefined && measure !== '号' && mark !== '第' && (name === undefined || measure !== '件')) return null
  }
  return { village: name === undefined ? null : (names.get(name) ?? null), number, at, end }
}

/**
 * The ticket a text begins with: 7, 七, 7号, #7, 第7件, 坪07, 坪头7号, 【坪07】; or the one right after one of `verbs`,
 * which is then the caller's to have read.
 */
export function ticketRef(text: string, shorts: readonly Short[], verbs: readonly string[] = []): TicketRef | null {
  const { names, form } = formOf(shorts)
  const verb = [...verbs].sort((a, b) => b.length - a.length).find((v) => text.startsWith(v))
  for (const skip of verb === undefined ? [0] : [verb.length, 0]) {
    const found = matchAt(text, text.length - withoutHead(text.slice(skip)).length, names, form)
    if (found) return { village: found.village, number: found.number, rest: withoutHead(text.slice(found.end)).trim() }
  }
  return null
}

/** A bare number inside a text is a reference only where something sets it off: 合并 12 到 7. */
const BEFORE_BARE = /(?:^|[\s，,、:：/]|[到和与跟并入进把])$/

/** Every ticket spoken of, in the order of speaking. */
export function allRefs(text: string, shorts: readonly Short[]): FoundRef[] {
  const { names, form } = formOf(shorts)
  const refs: FoundRef[] = []
  for (let at = 0; at < text.length; ) {
    const found = text[at] === ' ' ? null : matchAt(text, at, names, form)
    const stands = found && (found.village !== null || /^[【[#第]/.test(text.slice(at)) || BEFORE_BARE.test(text.slice(0, at)))
    if (found && stands) refs.push(found)
    at = found && stands ? found.end : at + 1
  }
  return refs
}
