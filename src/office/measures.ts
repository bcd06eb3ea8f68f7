import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { matterPath, OFFICE } from '../domain/office-path.ts'
import { TEN_MEASURES, type TenMeasure } from '../domain/ten-measures.ts'
import { html, type Markup } from '../pages/html.ts'
import type { HeldDays, MeasurePages, RecordPage, RecordRow, Tone } from '../ports/measure-pages.ts'
import type { OfficeActs, Viewer } from '../ports/office.ts'
import { day } from '../wording/dates.ts'
import { placeNames } from '../wording/office.ts'
import { tenMeasures, measureWords as words } from '../wording/office-measures.ts'
import { factList } from './fact-list.ts'
import { sendList } from './list-page.ts'
import { tableOf } from './table.ts'
import { viewerOf } from './viewers.ts'

const MEASURES = `${OFFICE}/measures`
const Asked = z.object({ path: z.string(), key: z.string().default('') })

export interface MeasureNeeds {
  acts: Pick<OfficeActs, 'look'>
  /** What every wing shows. */
  measures: readonly MeasurePages[]
  /** What every wing holds on a day. */
  held: readonly HeldDays[]
}

/** `/office/measures`: the ten of them; `/lectures`: what one keeps; `/lectures/3`: one record. */
export function measureRoutes(app: FastifyInstance, { acts, measures }: MeasureNeeds): void {
  const pagesFor = ({ person }: Viewer, path: string) => measures.find((m) => m.path === path && m.isFor(person))
  app.get('/measures', (request, reply) => {
    const viewer = viewerOf(request)
    const mine = measures.filter((m) => m.isFor(viewer.person))
    return sendList(reply, viewer, 'measures', words.title, tenOfThem(mine))
  })
  app.get('/measures/:path', async (request, reply) => {
    const viewer = viewerOf(request)
    const pages = pagesFor(viewer, Asked.parse(request.params).path)
    if (!pages) return reply.callNotFound()
    const rows = await acts.look(viewer, (desk) => pages.list(desk, viewer.person))
    return sendList(reply, viewer, 'measures', pages.title, recordList(pages, rows))
  })
  app.get('/measures/:path/:key', async (request, reply) => {
    const viewer = viewerOf(request)
    const { path, key } = Asked.parse(request.params)
    const pages = pagesFor(viewer, path)
    const page = pages && (await acts.look(viewer, (desk) => pages.one(desk, viewer.person, key)))
    if (!pages || !page) return reply.callNotFound()
    return sendList(reply, viewer, 'measures', page.title, recordPage(pages, page, viewer))
  })
}

const link = (path: string, title: string): Markup => html`<li><a href="${path}">${title}</a></li>`

/** What belongs to one of them and has pages of its own. */
const OWN: Readonly<Partial<Record<TenMeasure, 'people' | 'duties' | 'matters'>>> = { net: 'people', duties: 'duties', basket: 'matters' }

/** In the order of the source text, each with the lists that this reader may look at. */
function tenOfThem(mine: readonly MeasurePages[]): Markup {
  const cards = TEN_MEASURES.map((of) => {
    const own = OWN[of]
    const lists = mine.filter((m) => m.of === of).map((m) => link(`${MEASURES}/${m.path}`, m.title))
    return { ...tenMeasures[of], links: [...(own ? [link(`${OFFICE}/${own}`, placeNames[own])] : []), ...lists] }
  }).filter(({ links }) => links.length > 0)
  return html`<h1>${words.title}</h1><ol class="ten">${cards.map(
    ({ name, about, links }) =>
      html`<li class="card"><h2>${name}</h2><p class="soft">${about}</p><ul class="views wrap">${links}</ul></li>`,
  )}</ol>`
}

export const toneTag = (state: string, tone: Tone): Markup =>
  state === '' ? html`` : html`<span class="tag${tone === 'plain' ? '' : ` ${tone}`}">${state}</span>`

export const addressOf = ({ path }: MeasurePages, key: string): string => `${MEASURES}/${path}/${encodeURIComponent(key)}`

function recordList(pages: MeasurePages, rows: readonly RecordRow[]): Markup {
  const name = (row: RecordRow): Markup => {
    if (row.matter !== undefined) return html`<a href="${matterPath(row.matter)}">${row.label}</a>`
    return row.key === null ? html`${row.label}` : html`<a href="${addressOf(pages, row.key)}">${row.label}</a>`
  }
  // A column that nobody has anything to say in is left out.
  const has = (field: 'place' | 'when' | 'state') => rows.some((row) => row[field] !== '')
  const columns: readonly { title: string; cell(row: RecordRow): Markup }[] = [
    { title: words.columns.label, cell: name },
    { title: words.columns.title, cell: (row) => html`${row.title}` },
    ...(has('place') ? [{ title: words.columns.place, cell: (row: RecordRow) => html`${row.place}` }] : []),
    ...(has('when') ? [{ title: words.columns.when, cell: (row: RecordRow) => html`${row.when}` }] : []),
    ...(has('state') ? [{ title: words.columns.state, cell: (row: RecordRow) => toneTag(row.state, row.tone) }] : []),
  ]
  return html`<p class="crumbs"><a href="${MEASURES}">‹ ${words.title}</a></p><h1>${pages.title}</h1>
<div data-live="records">${
    rows.length === 0
      ? html`<p class="card soft" role="status">${words.none}</p>`
      : html`<p class="found" role="status">${words.count(rows.length)}</p>${tableOf(
          pages.title,
          columns.map((c) => c.title),
          rows.map((row) => columns.map((c) => c.cell(row))),
          'records',
        )}`
  }</div>`
}

function recordPage(pages: MeasurePages, page: RecordPage, { now }: Viewer): Markup {
  return html`<p class="crumbs"><a href="${MEASURES}/${pages.path}">‹ ${pages.title}</a></p>
<p class="over">${page.label !== page.title && page.label} ${toneTag(page.state, page.tone)}</p><h1>${page.title}</h1>
<div data-live="record">${page.next !== null && html`<p class="card next"><b>${words.next}</b> ${page.next}</p>`}
${factList(page.facts)}
${page.matter !== null && html`<p class="pages"><a class="button" href="${matterPath(page.matter)}">${words.matter(page.matter)}</a></p>`}
${
  page.lines.length > 0 &&
  html`<section class="part"><h2>${words.lines}</h2><ol class="card happened">${page.lines.map(
    ({ at, by, text }) => html`<li><span class="soft">${day(at, now, { time: true })}${by !== null && ` ${by}`}</span><br>${text}</li>`,
  )}</ol></section>`
}</div>`
}
