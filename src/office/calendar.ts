import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { earlier } from '../domain/durations.ts'
import { dayName, dayNumber, dayOf, momentAt, weekdayOf, yearOf } from '../domain/moments.ts'
import { OFFICE } from '../domain/office-path.ts'
import { monthName, monthOf } from '../domain/span.ts'
import { html, type Markup } from '../pages/html.ts'
import type { OfficeActs, Viewer } from '../ports/office.ts'
import type { DueDay } from '../ports/office-lists.ts'
import { day } from '../wording/dates.ts'
import { calendarWords as words } from '../wording/office-calendar.ts'
import { type DayEvent, eventsOf } from './calendar-events.ts'
import { addressOf } from './filters.ts'
import { sendList } from './list-page.ts'
import { matterLink, titleOf } from './matter-table.ts'
import { viewerOf } from './viewers.ts'

const SHOWN = 3
const NOON = 12 * 60
const Asked = z.object({ month: z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/u) })

/** `/office/calendar?month=2026-11`: a month of deadlines and dates. */
export function calendarRoutes(app: FastifyInstance, { acts }: { acts: Pick<OfficeActs, 'look'> }): void {
  app.get('/calendar', async (request, reply) => {
    const viewer = viewerOf(request)
    const month = Asked.safeParse(request.query).data?.month ?? monthName(viewer.now)
    const { from, to } = monthOf(month)
    const [due, events] = await acts.look(viewer, async (desk) => [
      await desk.lists.dueDays(viewer.person, { from, to }, SHOWN),
      await eventsOf(desk, viewer.person, dayOf(from), dayOf(earlier(to, 1))),
    ])
    return sendList(reply, viewer, 'calendar', words.title, monthPage(month, due, events, viewer))
  })
}

const monthAddress = (month: string): string => `${OFFICE}/calendar?month=${month}`

function monthPage(month: string, due: readonly DueDay[], events: readonly DayEvent[], viewer: Viewer): Markup {
  const { from, to } = monthOf(month)
  const [before, after] = [monthName(earlier(from, 1)), monthName(to)]
  const [first, last] = [dayNumber(from), dayNumber(to) - 1]
  const days = Array.from({ length: last - first + 1 }, (_, n) => first + n)
  const isKnown = viewer.calendar.isKnown(yearOf(from))
  return html`<div class="month-head"><h1>${words.month(month)}</h1><nav aria-label="${words.title}">
<a class="button" href="${monthAddress(before)}" aria-label="${words.before(words.month(before))}">‹ ${words.short(before)}</a>
<a class="button" href="${OFFICE}/calendar#today">${words.today}</a>
<a class="button" href="${monthAddress(after)}" aria-label="${words.after(words.month(after))}">${words.short(after)} ›</a></nav></div>
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
    )
  })}</ol></div></div>`
}

function dayCell(n: number, due: DueDay | undefined, events: readonly DayEvent[], { now, calendar }: Viewer): Markup {
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
${due !== undefined && dueOn(due)}</li>`
}

const dueOn = ({ day: on, count, late, first }: DueDay): Markup =>
  html`<a class="tally${late > 0 ? ' late' : ''}" href="${addressOf(onDay(on))}">${words.matters(count, late)}</a>
<ul class="due">${first.map((row) => html`<li>${matterLink(row)} ${titleOf(row)}</li>`)}</ul>
${count > first.length && html`<a class="others" href="${addressOf(onDay(on))}">${words.more(count - first.length)}</a>`}`

const onDay = (due: string): { due: string } => ({ due })
