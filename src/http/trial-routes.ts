import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isPrivate } from '../domain/ticket.ts'
import { isListed, type ShownTrial } from '../domain/trial-week.ts'
import { html, type Markup } from '../pages/html.ts'
import { isOwnSite } from '../pages/own-site.ts'
import { sendPage } from '../pages/send.ts'
import { TRIAL_STYLE, trialsBody } from '../pages/trial-page.ts'
import type { TrialWeek } from '../ports/trial-desk.ts'
import { masked } from '../wording/status.ts'
import { trialWords as words } from '../wording/trial-page.ts'
import { loginPage, operatorFrame } from './operator-frame.ts'
import type { OperatorLogin } from './operator-login.ts'

export interface Trials {
  /** By the product's clock. */
  now(): Date
  weeks(): Promise<TrialWeek[]>
  /** Village groups that are spoken to. */
  others(): Promise<{ id: string; name: string }[]>
  begin(group: string): Promise<void>
  end(group: string): Promise<void>
}

interface Needs {
  trials: Trials
  login: OperatorLogin
  /** Machine time. */
  now(): Date
}

const Said = z.object({ group: z.string().max(80) })

/** `/status/trial`: what came of each quiet week, and how one begins and ends. */
export function trialRoutes(app: FastifyInstance, { trials, login, now }: Needs): void {
  app.register(async (inside) => {
    inside.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 1000 }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    inside.addHook('onRequest', async (request, reply) => {
      if (!login.isIn(request, now())) return reply.redirect('/status')
      if (request.method !== 'GET' && !isOwnSite(request.headers)) return sendPage(reply, loginPage(null), 403)
    })
    inside.get('/status/trial', async (_request, reply) =>
      sendPage(reply, trialPage(await trials.weeks(), await trials.others(), trials.now())),
    )
    inside.post('/status/trial/begin', async (request, reply) => {
      await trials.begin(Said.parse(request.body).group)
      return reply.redirect('/status/trial', 303)
    })
    inside.post('/status/trial/end', async (request, reply) => {
      await trials.end(Said.parse(request.body).group)
      return reply.redirect('/status/trial', 303)
    })
  })
}

/** The operator looks after the machine, and reads nobody's private matter. */
const shownTo = ({ trial, group, figures, compared }: TrialWeek): ShownTrial => ({
  ...{ group: group.id, name: group.name, since: trial.since, until: trial.until, endedAt: trial.endedAt, figures },
  lines: compared.map((line) => {
    const { verdict, at, told, ticket } = line
    const isHidden = ticket ? isPrivate(ticket) || ticket.hidden : told?.delicate !== false
    const text = told ? told.text : (ticket?.text ?? null)
    const label = ticket?.label ?? null
    return { verdict, at, label, listed: isListed(line), text: text === null ? 'gone' : isHidden ? 'private' : { said: masked(text) } }
  }),
})

function trialPage(weeks: readonly TrialWeek[], others: readonly { id: string; name: string }[], now: Date): string {
  const button = (to: 'begin' | 'end', group: string, label: string, kind = ''): Markup =>
    html`<form method="post" action="/status/trial/${to}"><input type="hidden" name="group" value="${group}"><button class="${kind}">${label}</button></form>`
  const actions = ({ group, endedAt }: ShownTrial): Markup =>
    endedAt
      ? html``
      : html`<div class="buttons">${button('end', group, words.speakNow, 'first')}${button('begin', group, words.again)}</div>`
  const choose = html`<section class="card"><h2>${words.others(weeks.length === 0)}</h2><p class="soft">${words.othersHelp}</p>
<form method="post" action="/status/trial/begin" class="robot"><select name="group" aria-label="${words.group}">${others.map((g) => html`<option value="${g.id}">${g.name}</option>`)}</select><button>${words.begin}</button></form></section>`
  return operatorFrame({
    here: '/status/trial',
    styles: [TRIAL_STYLE],
    body: html`${trialsBody(weeks.map(shownTo), { now, matter: (label) => html`<span class="tag">${label}</span>`, actions })}${others.length > 0 && choose}`,
  })
}
