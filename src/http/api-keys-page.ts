import { API_RIGHTS, type ApiKey } from '../domain/api-key.ts'
import { DELIVERY_STATES, type DeliveryState, WEBHOOK_EVENTS } from '../domain/webhook.ts'
import { html, type Markup } from '../pages/html.ts'
import type { ApiKeys, DeliveryReport, Webhook } from '../ports/api-keys.ts'
import { deliveryStates, eventWords, rightNames } from '../wording/api.ts'
import { keyWords as words } from '../wording/api-keys.ts'
import { moment } from '../wording/status.ts'
import { operatorFrame } from './operator-frame.ts'
import { type Row, section, table } from './status-parts.ts'

export interface KeysShown {
  keys: readonly ApiKey[]
  webhooks: readonly Webhook[]
  villages: Awaited<ReturnType<ApiKeys['villages']>>
  counts: Awaited<ReturnType<ApiKeys['deliveryCounts']>>
}

/** What is shown above everything: a word on what was done, or a secret that is shown once. */
export type Notice = { said: string } | { wrong: string } | { title: string; secret: string }

const RATES = [60, 300, 1200] as const
const PATHS = { revoke: '/status/keys/revoke', stop: '/status/keys/stop', resend: '/status/keys/resend' } as const

const button = (action: keyof typeof PATHS, id: string, label: string): Markup =>
  html`<form method="post" action="${PATHS[action]}"><input type="hidden" name="id" value="${id}"><button>${label}</button></form>`

const tick = (name: string, value: string, label: string, on: boolean): Markup =>
  html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${on && html` checked`}> ${label}</label>`

function noticeOf(notice: Notice): Markup {
  if ('said' in notice) return html`<p class="said" role="status">${notice.said}</p>`
  if ('wrong' in notice) return html`<p class="wrong" role="alert">${notice.wrong}</p>`
  return html`<section class="card secret" role="status"><h2>${notice.title}</h2><p><code>${notice.secret}</code></p><p>${words.once}</p></section>`
}

function keyRow(key: ApiKey, { villages }: KeysShown): Row {
  const where = key.villages.map((id) => villages.find((v) => v.id === id)?.name ?? id).join('、')
  const state = key.revokedAt ? words.revoked(moment(key.revokedAt)) : button('revoke', key.id, words.revoke)
  const used = key.usedAt ? moment(key.usedAt) : words.never
  const rights = key.rights.map((r) => rightNames[r]).join('、')
  return {
    cells: [key.name, html`<code>${key.mark}…</code>`, rights, where || words.wholeTown, words.times(key.perMinute), used, state],
    kind: key.revokedAt ? 'ended' : '',
  }
}

function listenerRow({ id, key, url, events, stoppedAt }: Webhook, { keys }: KeysShown): Row {
  const state = stoppedAt ? words.stopped(moment(stoppedAt)) : button('stop', id, words.stop)
  const name = keys.find((k) => k.id === key)?.name ?? ''
  return {
    cells: [name, html`<code>${url}</code>`, events.map((e) => eventWords[e]).join('、'), state],
    kind: stoppedAt ? 'ended' : '',
  }
}

const newKey = ({ villages }: KeysShown): Markup => html`<form method="post" action="/status/keys" class="asked">
<h3>${words.newKey}</h3>
<label><span>${words.name}</span><input name="name" maxlength="40" placeholder="${words.nameHelp}" autocomplete="off" required></label>
<label><span>${words.perMinute}</span><select name="perMinute">${RATES.map((n) => html`<option value="${n}">${words.times(n)}</option>`)}</select></label>
<fieldset><legend>${words.rights}</legend>${API_RIGHTS.map((r) => tick('rights', r, rightNames[r], r === 'read'))}</fieldset>
<details><summary>${words.villages}</summary><fieldset class="aligned"><legend>${words.villagesHelp}</legend>${villages.map((v) => tick('villages', v.id, v.name, false))}</fieldset></details>
<button class="first">${words.make}</button></form>`

const newListener = (live: readonly ApiKey[]): Markup => html`<form method="post" action="/status/keys/listen" class="asked">
<h3>${words.newListener}</h3>
<label><span>${words.key}</span><select name="key">${live.map((k) => html`<option value="${k.id}">${k.name}（${k.mark}…）</option>`)}</select></label>
<label><span>${words.url}</span><input name="url" type="url" maxlength="500" placeholder="https://…" autocomplete="off" required></label>
<fieldset><legend>${words.events}</legend>${WEBHOOK_EVENTS.map((e) => tick('events', e, eventWords[e], true))}</fieldset>
<button class="first">${words.add}</button></form>`

/** Who may read and hand in from outside, and who is told of changes. */
export function keysPage(shown: KeysShown, notice: Notice | null): string {
  const { keys, webhooks, counts } = shown
  const live = keys.filter((k) => k.revokedAt === null)
  const keyList =
    keys.length > 0
      ? table(
          words.columns,
          keys.map((k) => keyRow(k, shown)),
        )
      : html`<p>${words.noKeys}</p>`
  const listenerList =
    webhooks.length > 0
      ? table(
          words.listenerColumns,
          webhooks.map((w) => listenerRow(w, shown)),
        )
      : html`<p>${words.noListeners}</p>`
  return operatorFrame({
    here: '/status/keys',
    body: html`<h1>${words.title}</h1><p class="soft">${words.about} <a href="/api/openapi.json">openapi.json</a></p>
${notice !== null && noticeOf(notice)}
${section('keys', words.keys, html`${keyList}${newKey(shown)}`)}
${section('listeners', words.listeners, html`${listenerList}<p><a class="button" href="/status/keys/deliveries">${words.toDeliveries(counts.failed ?? 0)}</a></p>${live.length > 0 && newListener(live)}`)}`,
  })
}

const KINDS: Record<DeliveryState, string> = { waiting: '', sent: 'well', failed: 'bad', dropped: 'ended' }

function deliveryRow(d: DeliveryReport): Row {
  const next = d.state === 'waiting' && d.attempts > 0 ? words.next(moment(d.retryAt)) : null
  const state = [deliveryStates[d.state], d.sentAt && moment(d.sentAt), d.why, next].filter((it) => it !== null).join('，')
  const again = d.state === 'sent' || d.state === 'failed' ? button('resend', d.id, words.resend) : ''
  const cells = [
    words.what(d.label, d.event),
    html`${d.name}<br><code>${d.url}</code>`,
    state,
    words.times(d.attempts),
    moment(d.at),
    again,
  ]
  return { cells, kind: KINDS[d.state], state: 2 }
}

/** What was told to whom, and what of it was not taken. */
export function deliveriesPage(
  deliveries: readonly DeliveryReport[],
  counts: KeysShown['counts'],
  state: DeliveryState | null,
  notice: Notice | null,
): string {
  const total = DELIVERY_STATES.reduce((sum, s) => sum + (counts[s] ?? 0), 0)
  const to = (address: string, label: string, here: boolean): Markup =>
    html`<a class="button" href="${address}"${here && html` aria-current="true"`}>${label}</a>`
  const at = '/status/keys/deliveries'
  return operatorFrame({
    here: '/status/keys',
    body: html`<h1>${words.deliveries}</h1><p class="soft">${words.deliveriesAbout} <a href="/status/keys">${words.back}</a></p>
${notice !== null && noticeOf(notice)}
<nav class="buttons" aria-label="${words.deliveries}">${to(at, `${words.all} ${total}`, state === null)}${DELIVERY_STATES.map((s) =>
      to(`${at}?state=${s}`, `${deliveryStates[s]} ${counts[s] ?? 0}`, s === state),
    )}</nav>
<section class="card">${deliveries.length > 0 ? table(words.deliveryColumns, deliveries.map(deliveryRow)) : html`<p>${words.noDeliveries}</p>`}</section>`,
  })
}
