import { documentOf } from '../pages/document.ts'
import { html, type Markup } from '../pages/html.ts'
import type { ChannelReport, DeadLetter, GroupReport, StatusReport } from '../ports/operations.ts'
import { channelNames } from '../wording/channels.ts'
import { paperWords } from '../wording/papers.ts'
import { groupStateWords, hearsWords, letterStateWords, masked, moment, postsWords, statusWords as words } from '../wording/status.ts'
import type { LoginCode } from './login-codes.ts'

const SHOWN = 120

export const frame = (body: Markup): string => documentOf({ title: words.title, styles: ['/status/page/status.css'], body })

export const loginPage = (trouble: string | null): string =>
  frame(html`<main class="login"><h1>${words.title}</h1>
<form method="post" action="/status/login">
<label>${words.password} <input type="password" name="password" autocomplete="current-password" required autofocus></label>
<button>${words.login}</button>
${trouble !== null && html`<p class="bad" role="alert">${trouble}</p>`}
<p><small>${words.whereIsIt}</small></p>
</form></main>`)

interface ToDo {
  troubles: readonly string[]
  reminders: readonly string[]
}

export function statusPage(report: StatusReport, { troubles, reminders }: ToDo, codes: readonly LoginCode[], said: string | null): string {
  return frame(html`<header><h1>${words.title}</h1><p>${report.town} · ${moment(report.at)}</p>
<p><a href="/status/papers">${paperWords.title}</a></p>
<form method="post" action="/status/logout"><button>${words.logout}</button></form></header>
<main>
${said !== null && html`<p class="said" role="status">${said}</p>`}
<section class="${troubles.length > 0 ? 'bad' : 'well'}"><h2>${troubles.length > 0 ? words.troubles(troubles.length) : words.allWell}</h2>
<ul>${[...troubles, ...reminders].map((t) => html`<li>${t}</li>`)}</ul></section>
${codes.map((code) => section(words.scan(code.channel), html`<p><img src="${code.picture}" alt="${words.scan(code.channel)}" width="260" height="260"></p>`))}
${section(words.sections.channels, table(words.columns.channels, report.channels.map(channelRow)))}
${section(words.sections.letters, table(words.columns.letters, report.deadLetters.map(letterRow)))}
${section(
  words.sections.groups,
  report.groups.length > 0
    ? table(
        words.columns.groups,
        report.groups.map((g) => groupRow(g, report)),
      )
    : html`<p>${words.noGroups}</p>`,
)}
${section(words.robot, html`${robotForm(report)}<div class="buttons">${handForm(report)}${report.canFetchGroups && button('fetch-groups', {}, words.fetchGroups)}${report.canMakeGroup && button('make-group', {}, words.makeGroup)}</div>`)}
${section(
  words.sections.gaps,
  table(
    words.columns.gaps,
    report.gaps.map((g) => ({ cells: [channelNames[g.channel], moment(g.from), moment(g.to), g.why] })),
  ),
)}
${section(words.sections.machine, machine(report))}
</main>`)
}

const section = (title: string, body: Markup): Markup => html`<section><h2>${title}</h2>${body}</section>`
interface Row {
  cells: readonly (string | Markup)[]
  kind?: string
  /** The cell that says how it stands, coloured by the row's kind. */
  state?: number
}

/** Each cell carries its column's name, for a phone shows the cells of a row below each other. */
const table = (columns: readonly string[], rows: readonly Row[]): Markup =>
  rows.length === 0
    ? html`<p>${words.none}</p>`
    : html`<table><thead><tr>${columns.map((c) => html`<th>${c}</th>`)}</tr></thead><tbody>${rows.map(
        ({ cells, kind = '', state }) =>
          html`<tr class="${kind}">${cells.map((c, i) => html`<td data-column="${columns[i] ?? ''}"${i === state && html` class="state"`}>${c}</td>`)}</tr>`,
      )}</tbody></table>`

function channelRow(c: ChannelReport): Row {
  const state = !c.open ? words.notOpen : c.why !== null ? c.why : c.upSince ? words.up : words.ready
  const cells = [channelNames[c.channel], state, moment(c.heardAt), moment(c.saidAt), moment(c.tokenSince), String(c.waiting)]
  return { cells, kind: c.open ? (c.why !== null ? 'bad' : 'well') : 'off', state: 1 }
}

/** One button that posts its hidden fields. */
const button = (action: string, fields: Readonly<Record<string, string>>, label: string): Markup =>
  html`<form method="post" action="/status/${action}">${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button>${label}</button></form>`

function letterRow(letter: DeadLetter): Row {
  const { id, state } = letter
  const decide = (decision: string, label: string) => button('decide', { id, decision }, label)
  const buttons = html`<div class="buttons">${decide('resend', words.resend)}${decide('was-sent', state === 'confirm' ? words.posted : words.wasSent)}${decide('give-up', words.giveUp)}</div>`
  const why = `${letterStateWords[state]}${letter.why ? `：${letter.why}` : ''}`
  const text = masked(letter.text)
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
  return { cells: [letter.to, channelNames[letter.channel], shown, why, moment(letter.writtenAt), buttons] }
}

function groupRow(group: GroupReport, { places }: StatusReport): Row {
  const fields = { channel: group.channel, externalId: group.externalId }
  const likely = places.find((p) => group.name?.includes(p.name))
  const choose = html`<form method="post" action="/status/bind"><input type="hidden" name="channel" value="${group.channel}"><input type="hidden" name="externalId" value="${group.externalId}">
<select name="grid" aria-label="${words.bind}">${places.map((p) => html`<option value="${p.id}"${p === likely && html` selected`}>${p.name}</option>`)}</select><button>${words.bind}</button></form>${button('refuse', fields, words.refuse)}`
  const which: string | Markup =
    group.state === 'asked'
      ? html`<div class="buttons">${choose}</div>`
      : group.state === 'lost'
        ? html`<div class="buttons">${group.group?.name ?? words.never} ${button('refuse', fields, words.letGo)}</div>`
        : (group.group?.name ?? words.never)
  const state = `${groupStateWords[group.state]}${group.why ? `：${group.why}` : ''}`
  const name = group.name ?? group.group?.name ?? group.externalId
  return {
    cells: [name, channelNames[group.channel], which, hearsWords[group.hears], postsWords[group.posts], state, moment(group.heardAt)],
    kind: group.state === 'lost' ? 'bad' : '',
    state: 5,
  }
}

const robotForm = ({ ownGroups }: StatusReport): Markup => html`<form method="post" action="/status/robot" class="robot">
<select name="group" aria-label="${words.sections.groups}">${ownGroups.map((g) => html`<option value="${g.id}">${g.name}</option>`)}</select>
<input name="address" type="password" autocomplete="off" aria-label="${words.robot}" placeholder="https://…" required><button>${words.keep}</button>
<p><small>${words.robotHelp}</small></p></form>`

const handForm = ({ ownGroups }: StatusReport): Markup => html`<form method="post" action="/status/by-hand">
<select name="group" aria-label="${words.byHand}">${ownGroups.map((g) => html`<option value="${g.id}">${g.name}</option>`)}</select><button>${words.byHand}</button></form><p><small>${words.byHandHelp}</small></p>`

function machine({ database, memory, diskFree, clockSkew, clockMoved, queues, lastDigest }: StatusReport): Markup {
  const it = words.machine
  const lines: [string, string][] = [
    [it.database, `${it.databaseValue(database.version, database.bytes, database.milliseconds)}，${it.durable(database.durable)}`],
    [it.memory, it.memoryValue(memory)],
    [it.disk, it.diskValue(diskFree)],
    [it.clock, it.clockValue(clockSkew, clockMoved)],
    [it.queues, it.queuesValue(queues.unhandled, queues.notices, queues.work)],
    [it.digest, moment(lastDigest)],
  ]
  return html`<dl>${lines.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}
