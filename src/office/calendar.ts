import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { earlier } from '../domain/durations.ts'
import { dayName, dayNumber, dayOf, momentAt, weekdayOf, yearOf } from '../domain/moments.ts'
import { OFFICE } from '../domain/office-path.ts'
import { monthName, monthOf } from '../domain/span.ts'
import { html, type Markup } from '../pages/html.ts'
import type { HeldDays } from '../ports/measure-pages.ts'
import type { OfficeActs, Viewer } from '../ports/office.ts'
import type { DueDay } from '../ports/office-lists.ts'
import { day } from '../wording/dates.ts'
import { calendarWords as words } from '../wording/office-calendar.ts'
import { type DayEvent, eventsOf } from './calendar-events.ts'
import { placeChoices, select } from './choices.ts'
import { addressOf, type Filters } from './filters.ts'
import { sendList } from './list-page.ts'
import { matterLink, titleOf } from './matter-table.ts'
import { viewerOf } from './viewers.ts'

const SHOWN = 3
const NOON = 12 * 60
const Asked = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/u)
    .optional()
    .catch(undefined),
  in: z.string().max(80).optional().catch(undefined),
})

/** `/office/calendar?month=2026-11`: a month of deadlines and dates. */
export function calendarRoutes(app: FastifyInstance, { acts, held }: { acts: Pick<OfficeActs, 'look'>; held: readonly HeldDays[] }): void {
  app.get('/calendar', async (request, reply) => {
    const viewer = viewerOf(request)
    const asked = Asked.parse(request.query)
    const month = asked.month ?? monthName(viewer.now)
    const place = asked.in !== undefined && viewer.roster.nodes.has(asked.in) ? asked.in : null
    const { from, to } = monthOf(month)
    const [due, events] = await acts.look(viewer, async (desk) => [
      await desk.lists.dueDays(viewer.person, { from, to }, { most: SHOWN, place }),
      await eventsOf(desk, viewer.person, { from: dayOf(from), to: dayOf(earlier(to, 1)), place }, held),
    ])
    return sendList(reply, viewer, 'calendar', words.title, monthPage({ month, place }, due, events, viewer))
  })
}

interface Shown {
  month: string
  place: string | null
}

const monthAddress = ({ month, place }: Shown): string =>
  `${OFFICE}/calendar?month=${month}${place === null ? '' : `&in=${encodeURIComponent(place)}`}`

/** For whoever looks after several villages: one of them. */
function placeForm({ month, place }: Shown, viewer: Viewer): Markup {
  const choices = placeChoices(viewer, place ?? undefined)
  return choices.length < 2
    ? html``
    : html`<form class="where" action="${OFFICE}/calendar"><input type="hidden" name="month" value="${month}">${select('in', words.place, place ?? undefined, choices)}<button>${words.show}</button></form>`
}

function monthPage(shown: Shown, due: readonly DueDay[], events: readonly DayEvent[], viewer: Viewer): Markup {
  const { month, place } = shown
  const { from, to } = monthOf(month)
  const [before, after] = [monthName(earlier(from, 1)), monthName(to)]
  const [first, last] = [dayNumber(from), dayNumber(to) - 1]
  const days = Array.from({ length: last - first + 1 }, (_, n) => first + n)
  const isKnown = viewer.calendar.isKnown(yearOf(from))
  return html`<div class="month-head"><h1>${words.month(month)}</h1><nav aria-label="${words.title}">
<a class="button" href="${monthAddress({ month: before, place })}" aria-label="${words.before(words.month(before))}">‹ ${words.short(before)}</a>
<a class="button" href="${monthAddress({ month: monthName(viewer.now), place })}#today">${words.today}</a>
<a class="button" href="${monthAddress({ month: after, place })}" aria-label="${words.after(words.month(after))}">${words.short(after)} ›</a></nav></div>
${placeForm(shown, viewer)}
${!isKnown && html`<p class="soft">${words.unknownYear(yearOf(from))}</p>`}
<div data-live="month">${due.length + events.length === 0 && html`<p class="card soft nothing">${words.none}</p>`}
<div class="month"><div class="weekdays" aria-hidden="true">${words.weekdays.map((name) => html`<span>${name}</span>`)}</div>
<ol class="days starts-${weekdayOf(first)}">${days.map((n) => {
    const name = dayName(n)
    return dayCell(
      n,
      due.find((d) => d.day === name),
      events.filter((e) => e.day === name),
      viewer,
      place,
    )
  })}</ol></div></div>`
}

function dayCell(n: number, due: DueDay | undefined, events: readonly DayEvent[], { now, calendar }: Viewer, place: string | null): Markup {
  const works = calendar.isWorkday(dayName(n))
  const isWeekend = weekdayOf(n) > 5
  const isToday = n === dayNumber(now)
  // A holiday in the week and a working weekend are worth a word; a plain Sunday is not.
  const mark = works === isWeekend ? (works ? words.work : words.rest) : null
  const kind = ['day', works ? '' : 'rest', isToday ? 'today' : '', due || events.length > 0 || isToday ? '' : 'empty']
    .filter((c) => c !== '')
    .join(' ')
  return html`<li class="${kind}"${isToday && html` id="today" aria-current="date"`}><h2><span class="aloud">${day(momentAt(n, NOON), now)}${!works ? `，${words.restAloud}` : isWeekend && `，${words.workAloud}`}</span>
<span aria-hidden="true"><b>${Number(dayName(n).slice(8))}</b> <span class="weekday">${words.weekdays[weekdayOf(n) - 1] ?? ''}</span>${mark !== null && html` <span class="mark">${mark}</span>`}</span></h2>
${events.map((e) => html`<p class="event ${e.kind}">${e.minute !== null && html`<b>${words.at(e.minute)}</b> `}${e.text}</p>`)}
${due !== undefined && dueOn(due, place)}</li>`
}

function dueOn({ day: due, count, late, first }: DueDay, place: string | null): Markup {
  const ofDay: Filters = { due, ...(place !== null && { in: place }) }
  return html`<a class="tally${late > 0 ? ' late' : ''}" href="${addressOf(ofDay)}">${words.matters(count, late)}</a>
<ul class="due">${first.map((row) => html`<li>${matterLink(row)} ${titleOf(row)}</li>`)}</ul>
${count > first.length && html`<a class="others" href="${addressOf(ofDay)}">${words.more(count - first.length)}</a>`}`
}
