import type { FastifyInstance } from 'fastify'
import { matterPath, OFFICE } from '../domain/office-path.ts'
import { sightOf } from '../domain/sight.ts'
import { isListed, type ShownTrial } from '../domain/trial-week.ts'
import { html, type Markup } from '../pages/html.ts'
import { sendPage } from '../pages/send.ts'
import { TRIAL_STYLE, trialsBody } from '../pages/trial-page.ts'
import type { OfficeActs, Viewer } from '../ports/office.ts'
import type { TrialWeek } from '../ports/trial-desk.ts'
import { trialWords as words } from '../wording/trial-page.ts'
import { officePage } from './layout.ts'
import { viewerOf } from './viewers.ts'

const PATH = `${OFFICE}/trial`

/** `/office/trial`: what came of the quiet weeks of this reader's villages. */
export function trialRoutes(app: FastifyInstance, { acts }: { acts: Pick<OfficeActs, 'trials'> }): void {
  app.get('/trial', async (request, reply) => {
    const viewer = viewerOf(request)
    const trials = (await acts.trials(viewer)).map((week) => shownTo(viewer, week))
    const body = html`<div class="trials" data-live="trials">${trialsBody(trials, { now: viewer.now, matter: matterLink, actions: howTo })}</div>`
    return sendPage(reply, officePage({ viewer, title: words.title, at: null, styles: [TRIAL_STYLE], body }))
  })
}

const matterLink = (label: string): Markup => html`<a href="${matterPath(label)}">${label}</a>`

const howTo = ({ endedAt }: ShownTrial): Markup => html`${endedAt === null && html`<p class="soft">${words.how}</p>`}`

/** The same as in chat: nobody reads what is about them, or what is kept from them. */
function shownTo({ roster, person }: Viewer, { trial, group, figures, compared }: TrialWeek): ShownTrial {
  return {
    ...{ group: group.id, name: group.name, since: trial.since, until: trial.until, endedAt: trial.endedAt, figures },
    lines: compared.map((line) => {
      const { verdict, at, told, ticket } = line
      const text = told ? told.text : (ticket?.text ?? null)
      const isTheirs = ticket ? sightOf(roster, person, ticket) === 'all' : told?.delicate === false && text?.includes(person.name) !== true
      const label = ticket && sightOf(roster, person, ticket) !== 'none' ? ticket.label : null
      return { verdict, at, label, listed: isListed(line), text: text === null ? 'gone' : isTheirs ? { said: text } : 'private' }
    }),
  }
}

/** On the first page, while a group of theirs is only heard. */
export async function trialNote(acts: Pick<OfficeActs, 'trials'>, viewer: Viewer): Promise<Markup> {
  const going = [...viewer.roster.groups.values()].some((g) => g.trial !== null) ? await acts.trials(viewer) : []
  const names = going.filter((w) => w.trial.endedAt === null).map((w) => w.group.name)
  return names.length === 0
    ? html``
    : html`<p class="card next"><b>${words.title}</b> ${words.note(names)} <a href="${PATH}">${words.look}</a></p>`
}
