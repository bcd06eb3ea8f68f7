import { nextWorkdayAt } from '../domain/calendar.ts'
import type { Posts } from '../domain/capability.ts'
import { HOUR_MS, MINUTE_MS } from '../domain/durations.ts'
import { dayNumber } from '../domain/moments.ts'
import { groupIn, type NoticeDraft, personIn } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import type { SpeakersDesk, Waiting } from '../ports/speech.ts'
import { tooLate } from '../wording/channels.ts'
import { mergedPost, together } from '../wording/reminders.ts'
import { quietUntil } from './quiet.ts'
import { gapLine } from './unreached.ts'

/** What is to become of the waiting notices of one conversation. */
export type Verdict =
  | ({
      do: 'say'
      keys: readonly string[]
      tickets: readonly string[]
      why: string | null
    } & Pick<Waiting, 'text' | 'urgent' | 'quote' | 'mentions' | 'photos' | 'expiresAt'>)
  | { do: 'hold'; keys: readonly string[]; until: Date }
  | { do: 'aside'; keys: readonly string[] }
  | { do: 'suppress'; keys: readonly string[]; why: string; tell: readonly NoticeDraft[] }

/** While whoever has to tap is still at work. */
const COLLECTED_AT = '17:00'
const BULLETIN = 'bulletin'

/**
 * What becomes of the notices that wait in one conversation. Emergencies pass everything; answers to somebody who just
 * spoke pass the night; a group hears no more than its budget of posts an hour, and what is over becomes one post.
 */
export function decideTelling(
  desk: SpeakersDesk,
  waiting: readonly Waiting[],
  saidLastHour: readonly Date[],
  posts: Posts = 'auto',
): Verdict[] {
  const verdicts: Verdict[] = []
  // Where a person taps, the day's collected post waits for their hour; it may lie over a weekend and is not lost by that.
  const patient = (n: Waiting) => posts === 'confirm' && n.occasion === BULLETIN
  const late = waiting.filter((n) => n.expiresAt && n.expiresAt < desk.now && !patient(n))
  if (late.length > 0)
    verdicts.push({ do: 'suppress', keys: late.map((n) => n.key), why: tooLate, tell: gapLine(desk, late[0]?.dueAt ?? desk.now) })
  const rest = waiting.filter((n) => !late.includes(n))
  const conversation = rest[0]?.conversation
  if (!conversation) return verdicts
  const group = groupIn(conversation)
  const until = quietUntil(desk, group)
  const now = rest.filter((n) => n.urgent || (n.answer && personIn(conversation) !== null) || until === null)
  const aside = rest.filter((n) => !now.includes(n) && n.aside !== null)
  if (aside.length > 0) verdicts.push({ do: 'aside', keys: aside.map((n) => n.key) })
  const held = rest.filter((n) => !now.includes(n) && n.aside === null)
  if (until && held.length > 0) verdicts.push({ do: 'hold', keys: held.map((n) => n.key), until })
  if (group && posts !== 'auto') {
    // Where nobody is answered in the group itself, an answer is for one person.
    const answers = now.filter((n) => !n.urgent && n.aside !== null)
    if (answers.length > 0) verdicts.push({ do: 'aside', keys: answers.map((n) => n.key) })
    const news = now.filter((n) => !answers.includes(n))
    return [...verdicts, ...(posts === 'confirm' ? collected(desk, group, news) : news.map(say))]
  }
  return [...verdicts, ...(group ? withinBudget(desk, group, now, saidLastHour) : now.map(say))]
}

/** A person taps or forwards, and 群发 allows about one a day: everything of a day becomes one post, but for what is urgent. */
function collected(desk: SpeakersDesk, group: string, waiting: readonly Waiting[]): Verdict[] {
  const urgent = waiting.filter((n) => n.urgent).map(say)
  const news = waiting.filter((n) => !n.urgent)
  const [first] = news
  if (!first) return urgent
  const at = nextWorkdayAt(first.dueAt, COLLECTED_AT, desk.calendar)
  return [...urgent, at > desk.now ? { do: 'hold', keys: news.map((n) => n.key), until: at } : dayPost(desk, group, news)]
}

/** The collected post as it was made, and behind it what became of the matters; each keeps its own words and number. */
function dayPost(desk: SpeakersDesk, group: string, news: readonly Waiting[]): SayVerdict {
  const bulletins = news.filter((n) => n.occasion === BULLETIN)
  const others = news.filter((n) => n.occasion !== BULLETIN)
  const [first] = bulletins
  if (!first) return merged(desk, group, news)
  const behind = others.length > 0 ? merged(desk, group, others) : null
  return {
    ...say(first),
    keys: news.map((n) => n.key),
    text: [...bulletins.map((n) => n.text), ...(behind ? [behind.text] : [])].join('\n'),
    expiresAt: null,
    tickets: [...new Set(news.flatMap((n) => n.ticket ?? []))],
    photos: news.flatMap((n) => n.photos),
    why: news.length > 1 ? together(news.length) : null,
  }
}

type SayVerdict = Extract<Verdict, { do: 'say' }>
const say = (n: Waiting): SayVerdict => ({
  do: 'say',
  keys: [n.key],
  text: n.text,
  quote: n.quote,
  urgent: n.urgent,
  mentions: n.mentions,
  expiresAt: n.expiresAt,
  tickets: n.ticket ? [n.ticket] : [],
  photos: n.photos,
  why: null,
})

/** What of an hour's posts is kept for what everybody is to know; answers step aside before that. */
const KEPT = 2

function withinBudget(desk: SpeakersDesk, group: string, waiting: readonly Waiting[], saidLastHour: readonly Date[]): Verdict[] {
  const free = desk.settings.groupPostsPerHour - saidLastHour.length
  // The day's collected post is one already; run together with others nobody could read it.
  const whole = waiting.filter((n) => n.urgent || n.occasion === BULLETIN)
  const answers = waiting.filter((n) => !whole.includes(n) && n.aside !== null)
  const news = waiting.filter((n) => !whole.includes(n) && n.aside === null)
  const spoken = answers.slice(0, Math.max(0, free - news.length - KEPT))
  const stepping = answers.slice(spoken.length)
  return [
    ...whole.map(say),
    ...(stepping.length > 0 ? [{ do: 'aside' as const, keys: stepping.map((n) => n.key) }] : []),
    ...spoken.map(say),
    ...tellNews(desk, group, news, free - spoken.length, saidLastHour),
  ]
}

function tellNews(desk: SpeakersDesk, group: string, news: readonly Waiting[], free: number, saidLastHour: readonly Date[]): Verdict[] {
  // A budget that is overdrawn makes no post of nothing.
  if (news.length === 0) return []
  // What was held back over a night, a silence or an outage comes as one post with what is new, and so does what the budget held back.
  const waited = news.some((n) => desk.now.getTime() - n.dueAt.getTime() > MINUTE_MS)
  if (waited && news.length > 1) return [merged(desk, group, news)]
  if (free <= 0) {
    const first = saidLastHour[0]
    const until = new Date((first?.getTime() ?? desk.now.getTime()) + HOUR_MS)
    return [{ do: 'hold', keys: news.map((n) => n.key), until }]
  }
  // A morning's overdue matters are one post, however many, and so is what a clerk chose from one list: no receipt that answers anybody.
  const late = news.filter((n) => n.occasion === 'overdue')
  const chosen = Map.groupBy(
    news.filter((n) => n.occasion === 'opened' && n.mentions.length === 0),
    (n) => n.dueAt.getTime(),
  )
  const heaps = [late, ...chosen.values()].filter((heap) => heap.length > 1)
  const others = news.filter((n) => !heaps.some((heap) => heap.includes(n)))
  const room = free - heaps.length
  const posts = heaps.map((heap) => merged(desk, group, heap))
  if (others.length > room)
    return [...posts, ...others.slice(0, Math.max(0, room - 1)).map(say), merged(desk, group, others.slice(Math.max(0, room - 1)))]
  return [...posts, ...others.map(say)]
}

function merged(desk: SpeakersDesk, group: string, notices: readonly Waiting[]): SayVerdict {
  const [only] = notices
  if (notices.length === 1 && only) return say(only)
  const grid = desk.roster.groups.get(group)?.grid
  const brief = (kind: (n: Waiting) => boolean) => [...new Set(notices.filter(kind).map((n) => n.brief ?? n.text))]
  const closed = brief((n) => n.occasion === 'closed')
  const isOver = (n: Waiting) => n.ticket !== null && notices.some((o) => o.ticket === n.ticket && o.occasion === 'closed')
  const opened = brief((n) => n.occasion === 'opened' && !isOver(n))
  const late = brief((n) => n.occasion === 'overdue')
  const other = brief((n) => !['opened', 'closed', 'overdue'].includes(n.occasion))
  const days = dayNumber(desk.now) - Math.min(...notices.map((n) => dayNumber(n.dueAt)))
  return {
    do: 'say',
    keys: notices.map((n) => n.key),
    text: mergedPost(grid ? placeName(desk.roster, grid) : '', days, { opened, closed, late, other }),
    quote: null,
    urgent: false,
    mentions: [],
    expiresAt: null,
    tickets: [...new Set(notices.flatMap((n) => n.ticket ?? []))],
    photos: notices.flatMap((n) => n.photos),
    why: together(notices.length),
  }
}
