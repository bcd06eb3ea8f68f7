import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { lineUp, nodesWithin } from '../domain/grid.ts'
import { householdsIn } from '../domain/households.ts'
import { momentAt, numberOfDay } from '../domain/moments.ts'
import { OFFICE } from '../domain/office-path.ts'
import type { Person, Role } from '../domain/people.ts'
import { fullPlaceName, placeName } from '../domain/place-name.ts'
import { gridOf, hasRoleOver, isCadreOf, officesReach, onLeave, personName, type Roster, townNode, villageOf } from '../domain/roster.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Viewer } from '../ports/office.ts'
import { day } from '../wording/dates.ts'
import { roleNames } from '../wording/names.ts'
import { peopleWords as words } from '../wording/office-people.ts'
import { addressOf } from './filters.ts'
import { sendList } from './list-page.ts'
import { tableOf } from './table.ts'
import { viewerOf } from './viewers.ts'

const NOON = 12 * 60
const Asked = z.object({ in: z.string().max(80).catch('') })

/** `/office/people?in=V01-S3`: who keeps a place of the grid, who is away and who stands in, and the households. */
export function peopleRoutes(app: FastifyInstance): void {
  app.get('/people', (request, reply) => {
    const viewer = viewerOf(request)
    const place = placeFor(viewer, Asked.parse(request.query).in)
    return sendList(reply, viewer, 'people', words.title, peoplePage(place, viewer))
  })
}

/** The place that was asked for where the reader's offices reach it, else the one they are in office for. */
function placeFor({ roster, person }: Viewer, asked: string): string {
  const reach = officesReach(roster, person)
  const own = person.roles.find((r) => r.role !== 'resident')
  const isTheirs = lineUp(roster.nodes, asked).some((id) => reach.includes(id))
  if (isTheirs) return asked
  return own && roster.nodes.has(own.grid) ? own.grid : townNode(roster)
}

const addressIn = (place: string): string => `${OFFICE}/people?in=${encodeURIComponent(place)}`

function peoplePage(place: string, viewer: Viewer): Markup {
  const { roster, person } = viewer
  const node = roster.nodes.get(place)
  const inner = [...roster.nodes.values()].filter((n) => n.parentId === place)
  const reach = officesReach(roster, person)
  const above = node?.parentId ?? ''
  const isTheirs = lineUp(roster.nodes, above).some((id) => reach.includes(id))
  return html`${isTheirs && html`<p class="crumbs"><a href="${addressIn(above)}">‹ ${placeName(roster, above)}</a></p>`}
<h1>${fullPlaceName(roster, place)}</h1>
${sizeOf(place, roster)}
<p><a href="${addressOf({ in: place })}">${words.matters}</a></p>
${inner.length > 0 && html`<nav aria-label="${words.choose}"><ul class="views wrap">${inner.map((n) => html`<li><a href="${addressIn(n.id)}">${n.name}</a></li>`)}</ul></nav>`}
${officers(place, viewer)}
${node?.level === 'town' ? away(viewer) : keepers(place, viewer)}
${homes(place, viewer)}`
}

function sizeOf(place: string, { nodes, people }: Roster): Markup {
  const inner = nodesWithin(nodes, place).map((id) => nodes.get(id)?.level)
  const count = (level: string) => inner.filter((it) => it === level).length
  const keepersHere = [...people.values()].filter((p) => p.roles.some((r) => r.role === 'keeper' && lineUp(nodes, r.grid).includes(place)))
  return nodes.get(place)?.level === 'ten'
    ? html``
    : html`<p class="soft">${words.lead(count('she'), count('ten'), keepersHere.length)}</p>`
}

/** 请假到11月27日（周五），小李代; 代李建国; or there. */
function whereabouts({ id }: Person, { roster, now }: Viewer): Markup {
  const leave = onLeave(roster, id)
  if (leave)
    return html`<span class="tag soon">${words.away(day(momentAt(numberOfDay(leave.until), NOON), now), personName(roster, leave.deputy))}</span>`
  const stoodFor = roster.leaves.filter((l) => l.deputy === id).map((l) => personName(roster, l.person))
  return stoodFor.length > 0 ? html`<span class="tag">${words.standsIn(stoodFor.join('、'))}</span>` : html`${words.here}`
}

/** Over the whole town: who is away, and who stands in. */
function away(viewer: Viewer): Markup {
  const { roster } = viewer
  const people = roster.leaves.flatMap(({ person }) => roster.people.get(person) ?? [])
  if (people.length === 0) return html`<section class="part"><h2>${words.onLeave}</h2><p class="soft">${words.nobodyAway}</p></section>`
  const rows = people.map((p) => [
    html`<b>${p.name}</b>`,
    html`${placeName(roster, gridOf(roster, p.id) ?? '')}`,
    phoneOf(p.phone),
    whereabouts(p, viewer),
  ])
  const columns = [words.columns.name, words.columns.place, words.columns.phone, words.columns.now]
  return html`<section class="part"><h2>${words.onLeave}</h2>${tableOf(words.onLeave, columns, rows, 'people')}</section>`
}

/** A telephone that can be tapped. */
const phoneOf = (phone: string | null): Markup =>
  phone === null ? html`<span class="soft">${words.noPhone}</span>` : html`<a href="tel:${phone}">${phone}</a>`

const OFFICES: readonly Role[] = ['secretary', 'clerk', 'mediator', 'supervisor', 'leader', 'duty']

/** Whoever holds an office at this place, or for it; their telephones are told to anybody who asks. */
function officers(place: string, viewer: Viewer): Markup {
  const { roster } = viewer
  const village = villageOf(roster, place)
  const grids = new Set(village ? [place, village] : [place])
  const rows = [...roster.people.values()].flatMap((p) => {
    const held = p.roles.filter((r) => grids.has(r.grid) && OFFICES.includes(r.role)).map((r) => r.role)
    return held.length > 0 ? [{ p, held }] : []
  })
  if (rows.length === 0) return html``
  const rank = ({ held }: (typeof rows)[number]) => Math.min(...held.map((role) => OFFICES.indexOf(role)))
  const title = village ? words.office : words.townOffice
  return html`<section class="part"><h2>${title}</h2>${tableOf(
    title,
    [words.columns.name, words.role, words.columns.phone, words.columns.now],
    rows
      .toSorted((a, b) => rank(a) - rank(b))
      .map(({ p, held }) => [
        html`<b>${p.name}</b>`,
        html`${[...new Set(held)].map((role) => roleNames[role]).join('、')}`,
        phoneOf(p.phone),
        whereabouts(p, viewer),
      ]),
    'people',
  )}</section>`
}

function keepers(place: string, viewer: Viewer): Markup {
  const { roster } = viewer
  const inside = (grid: string) => lineUp(roster.nodes, grid).includes(place) || lineUp(roster.nodes, place).includes(grid)
  const rows = [...roster.people.values()].flatMap((p) => {
    const grids = p.roles.filter((r) => r.role === 'keeper' && inside(r.grid)).map((r) => r.grid)
    return grids.length > 0 ? [{ p, grids }] : []
  })
  if (rows.length === 0) return html`<section class="part"><h2>${words.keepers}</h2><p class="card soft">${words.unkept}</p></section>`
  const order = [...roster.nodes.keys()]
  const at = ({ grids }: (typeof rows)[number]) => order.indexOf(grids[0] ?? '')
  return html`<section class="part"><h2>${words.keepers}</h2>${tableOf(
    words.keepers,
    [words.columns.name, words.columns.keeps, words.columns.phone, words.columns.households, words.columns.now],
    rows
      .toSorted((a, b) => at(a) - at(b))
      .map(({ p, grids }) => [
        html`<b>${p.name}</b>`,
        html`${grids.map((grid, n) => html`${n > 0 && '、'}<a href="${addressIn(grid)}">${fullPlaceName(roster, grid)}</a>`)}`,
        phoneOf(p.phone),
        html`${words.households(grids.reduce((sum, grid) => sum + householdsIn(roster, grid).length, 0))}`,
        whereabouts(p, viewer),
      ]),
    'people',
  )}</section>`
}

/** Who may have to call a household, whatever happens there. */
const mayCall = (roster: Roster, person: Person, grid: string): boolean =>
  (['keeper', 'clerk', 'secretary', 'duty', 'leader'] as const).some((role) => hasRoleOver(roster, person, role, grid))

/** The households of a 社 or a 十户联防, for the cadres of the village. */
function homes(place: string, { roster, person }: Viewer): Markup {
  const level = roster.nodes.get(place)?.level
  const village = villageOf(roster, place)
  if ((level !== 'she' && level !== 'ten') || !village || !isCadreOf(roster, person, village)) return html``
  const phones = Map.groupBy(
    [...roster.people.values()].filter((p) => p.household !== null && p.phone !== null),
    (p) => p.household ?? '',
  )
  const rows = householdsIn(roster, place).map(({ id, names }, n) => [
    html`${n + 1}`,
    html`${names.join('、')}`,
    mayCall(roster, person, roster.households.get(id) ?? '')
      ? phoneOf(phones.get(id)?.[0]?.phone ?? null)
      : html`<span class="soft">${words.notShown}</span>`,
  ])
  const columns = [words.homeColumns.home, words.homeColumns.people, words.homeColumns.phone]
  return html`<section class="part"><h2>${words.homes}</h2>${rows.length > 0 ? tableOf(words.homes, columns, rows, 'homes') : html`<p class="card soft">${words.noHomes}</p>`}</section>`
}
