import { phrasesOf } from '../reading/grammar.ts'
import { isSetOff, withoutTail } from '../reading/marks.ts'
import { type FoundRef, type TicketRef, ticketRef } from '../reading/ticket-ref.ts'
import type { Scene } from './define-command.ts'

/** 7号, 【7】, #7. */
const MARKED = /[号件#【]/u
/** 05, as numbers stand in every post. */
const AS_POSTED = /^0\d$/u
/** 编号Z0012: a number of somebody else's. */
const THEIRS = /(?:[A-Za-z]|[编单文案]号|字第?|第)[:：]?$/u

/** 买小了一号: a size. */
const SIZE_BEFORE = /[大小粗细长短宽窄厚薄]了?$/u

/** 到15号, 二号出证, 20号前: a day of the month. */
const AS_DAY = /^(?:[到至](?![哪啥什底])|才|那天|之?前|以前|左右|发货|到货|出证|开会)/u

/** 坪04三天修好, 坪07两家: digits and characters never make one number. */
export const digitsApart = (text: string): string => text.replace(/(?<=\d)(?=[一二两俩三仨四五六七八九十])/gu, '，')

/** 十七: the second figure begins no number. */
const FIGURE = /[一二三四五六七八九十]/u
const BEFORE_FIGURE = /[一二三四五六七八九十百]/u

/** 嗯那个七号, 坪07, 7 at the very beginning: what one-to-one is a number of ours wherever it stands. */
export function firstRef(text: string, scene: Pick<Scene, 'shorts'>, from = 0): FoundRef | null {
  for (let at = from; at < text.length; at++) {
    const isWithin = FIGURE.test(text[at] ?? '') && BEFORE_FIGURE.test(text[at - 1] ?? '')
    const found = isWithin || isSetOff(text[at] ?? '') ? null : ticketRef(text.slice(at), scene.shorts)
    if (!found) continue
    const end = text.length - found.rest.length
    const typed = withoutTail(text.slice(at, end))
    const isOurs =
      found.village !== null ||
      MARKED.test(typed) ||
      AS_POSTED.test(typed) ||
      ((at === 0 || end === text.length || isGivenAt(text, at, end)) && /^\d+$/u.test(typed))
    const isDay = found.village === null && (/[月\d到至改]$/u.test(text.slice(0, at)) || AS_DAY.test(text.slice(end)))
    if (isOurs && !isDay && ![THEIRS, SIZE_BEFORE].some((before) => before.test(text.slice(0, at))))
      return { ...found, at, end: at + typed.length }
  }
  return null
}

/** All of them, from the left. */
export function refsIn(text: string, scene: Pick<Scene, 'shorts'>): FoundRef[] {
  const all: FoundRef[] = []
  for (let next = firstRef(text, scene); next; next = firstRef(text, scene, next.end)) all.push(next)
  return all
}

/** 能不能把21的限期改到月底: something is to be done with it. */
const TAKING = ['把', '将']
const IS_DONE_WITH = /^(?:的|也|都|先|转|交|派|给|挂|延|办|销|结|退|改|并|拆)/u

/** 16和21都办好了, 21算是落地了. */
const TOLD_OF = /^(?:[和跟、]\d|[总可就也]?算)/u

/** 我去培训，21请王芳接手: by itself, and somebody is called upon for it, or something is told of it. */
const isGivenAt = (text: string, at: number, end: number): boolean =>
  (TAKING.includes(text.charAt(at - 1)) && IS_DONE_WITH.test(text.slice(end))) ||
  (isSetOff(text[at - 1] ?? '') &&
    (TOLD_OF.test(text.slice(end)) ||
      ['call-on', 'hand-to'].some((list) => phrasesOf(list, list).some((words) => text.startsWith(words, end)))))

export interface Apart {
  ref: TicketRef | null
  /** 7号, which may be a day as well. */
  mayBeDay: boolean
  /** The line without the number. */
  words: string
  /** Where in them the number stood. */
  from: number
}

/** 【坪07】, 7号: taken out wherever it stands, for what is said of it may be on both sides. */
export function apart(text: string, scene: Pick<Scene, 'shorts'>): Apart {
  const first = firstRef(text, scene)
  if (!first) return { ref: null, mayBeDay: false, words: text, from: 0 }
  const before = text.slice(0, first.at).replace(/(?:[把将对]|关于|那个|这个)$/u, '')
  const after = text
    .slice(first.end)
    .replace(/^(?:那个|这个|的事情?|的|呢|啊|[，, ])+/u, (gap) => (/[，, ]/u.test(gap) && before !== '' ? '，' : ''))
  return {
    ref: { village: first.village, number: first.number, rest: '' },
    mayBeDay: first.village === null && text.slice(first.at, first.end).endsWith('号'),
    words: `${before}${after}`,
    from: after === '' ? Math.max(0, before.length - 1) : before.length,
  }
}
