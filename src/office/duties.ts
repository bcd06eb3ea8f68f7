import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Duty } from '../domain/duty.ts'
import { OFFICE } from '../domain/office-path.ts'
import { holders, officesReach, personName, townNode } from '../domain/roster.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Viewer } from '../ports/office.ts'
import { modeWords } from '../wording/ledger.ts'
import { kindNames, roleNames } from '../wording/names.ts'
import { dutyWords as words } from '../wording/office-duties.ts'
import { factList } from './fact-list.ts'
import { addressOf } from './filters.ts'
import { sendList } from './list-page.ts'
import { tableOf } from './table.ts'
import { viewerOf } from './viewers.ts'

const DUTIES = `${OFFICE}/duties`
const One = z.object({ code: z.string() })
const Asked = z.object({ q: z.string().trim().max(40).catch('') })

/** `/office/duties?q=低保`: who does what within how long, and what one brings. */
export function dutyRoutes(app: FastifyInstance): void {
  app.get('/duties', (request, reply) => {
    const viewer = viewerOf(request)
    const { q } = Asked.parse(request.query)
    return sendList(reply, viewer, 'duties', words.title, dutyPage(q, viewer))
  })
  app.get('/duties/:code', (request, reply) => {
    const viewer = viewerOf(request)
    const duty = viewer.roster.duties.get(One.parse(request.params).code)
    if (!duty) return reply.callNotFound()
    return sendList(reply, viewer, 'duties', duty.name, oneDuty(duty, viewer))
  })
}

/** By its name, its topic or a word that people use for it. */
const isMeant = ({ name, short, topic, words: known, papers }: Duty, q: string): boolean =>
  [name, short, topic, papers, ...known].some((word) => word.includes(q)) || [short, ...known].some((word) => q.includes(word))

function dutyPage(q: string, viewer: Viewer): Markup {
  const all = [...viewer.roster.duties.values()]
  const found = q === '' ? all : all.filter((duty) => isMeant(duty, q))
  const topics = [...Map.groupBy(found.length > 0 ? found : all, (duty) => duty.topic)]
  return html`<h1>${words.title}</h1><p class="soft lead">${words.lead}</p>
<form class="search" role="search" action="${DUTIES}"><div class="box"><label class="aloud" for="q">${words.searchLabel}</label>
<input id="q" name="q" type="search" value="${q}" placeholder="${words.searchHint}" maxlength="40" enterkeyhint="search"><button class="first">${words.search}</button></div></form>
${found.length === 0 && html`<p class="card soft nothing" role="status">${words.none}</p>`}
${topics.length > 1 && html`<nav aria-label="${words.topics}"><ul class="views topics">${topics.map(([topic]) => html`<li><a href="#${topic}">${topic}</a></li>`)}</ul></nav>`}
${topics.map(([topic, duties]) => html`<section class="part"><h2 id="${topic}">${topic}</h2>${dutyTable(topic, duties, viewer)}</section>`)}`
}

/** The one who does it where the reader's own office is, when that is one village. */
function holderOf({ owner }: Duty, { roster, person }: Viewer): string | null {
  const villages = officesReach(roster, person)
  const [village, second] = villages
  const isOfTown = owner === 'duty' || owner === 'leader'
  if (!village || (second && !isOfTown)) return null
  const [holder] = owner === 'keeper' ? [] : holders(roster, owner, owner === 'duty' ? townNode(roster) : village)
  return holder ? personName(roster, holder) : null
}

const addressOfDuty = (code: string): string => `${DUTIES}/${encodeURIComponent(code)}`

const who = (duty: Duty, viewer: Viewer): Markup =>
  html`${roleNames[duty.owner]}${holderOf(duty, viewer)}${duty.coOwners.length > 0 && html` <span class="soft">${words.together(duty.coOwners.map((role) => roleNames[role]).join('、'))}</span>`}`

const dutyTable = (topic: string, duties: readonly Duty[], viewer: Viewer): Markup =>
  tableOf(
    topic,
    [words.columns.name, words.columns.who, words.columns.when, words.columns.papers],
    duties.map((duty) => [
      html`<a href="${addressOfDuty(duty.code)}">${duty.name}</a>`,
      who(duty, viewer),
      html`${words.respond(duty.respond)}，${words.complete(duty.complete)}`,
      html`${duty.papers === '' ? words.papersNone : duty.papers}`,
    ]),
    'duties',
  )

/** One line of the list, with everything it says. */
function oneDuty(duty: Duty, viewer: Viewer): Markup {
  const lines: readonly (readonly [string, Markup | string])[] = [
    [words.columns.who, html`${who(duty, viewer)} <span class="tag">${modeWords[duty.mode]}</span>`],
    [words.columns.when, `${words.respond(duty.respond)}，${words.complete(duty.complete)}`],
    [words.columns.papers, duty.papers === '' ? words.papersNone : duty.papers],
    [words.how, duty.procedure],
    [words.whereLabel, duty.where],
    [words.basisLabel, duty.basis],
  ]
  return html`<p class="crumbs"><a href="${DUTIES}">‹ ${words.back}</a></p>
<h1>${duty.name} <span class="tag">${kindNames[duty.kind]}</span></h1>
${factList(lines)}
<p class="pages"><a class="button" href="${addressOf({ duty: duty.code, state: 'all' })}">${words.matters}</a></p>`
}
