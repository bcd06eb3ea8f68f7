import { html, type Markup } from '../pages/html.ts'
import type { ChannelReport, DeadLetter, GroupReport, StatusReport } from '../ports/operations.ts'
import { channelNames } from '../wording/channels.ts'
import { startWords } from '../wording/operator-start.ts'
import { groupStateWords, hearsWords, letterStateWords, masked, moment, postsWords, statusWords as words } from '../wording/status.ts'
import { trialWords } from '../wording/trial-page.ts'
import { consentPart } from './consent-part.ts'
import { gonePart } from './gone-part.ts'
import type { LoginCode } from './login-codes.ts'
import { operatorFrame } from './operator-frame.ts'
import { connectedOf, firstSteps } from './start/steps.ts'
import { backupPart } from './status-backup.ts'
import { button, type Row, section, table } from './status-parts.ts'
import type { Trouble } from './troubles.ts'

const SHOWN = 120

interface ToDo {
  troubles: readonly Trouble[]
  reminders: readonly Trouble[]
}

/** What is wrong stands on top with the one thing to do, below it how all stands at a glance, then the parts. */
export function statusPage(report: StatusReport, toDo: ToDo, codes: readonly LoginCode[], said: string | null): string {
  const { channels, groups, deadLetters } = report
  const open = channels.filter((c) => c.open)
  return operatorFrame({
    here: '/status',
    beside: `${report.town} · ${moment(report.at)}`,
    body: html`<h1 class="aloud">${words.title}</h1>
${said !== null && html`<p class="said" role="status">${said}</p>`}
${standing(report, toDo)}
${tiles(report)}
${codes.map((code) => section(null, words.scan(code.channel), html`<p><img src="${code.picture}" alt="${words.scan(code.channel)}" width="260" height="260"></p>`))}
${section('letters', words.sections.letters, table(words.columns.letters, deadLetters.map(letterRow)))}
${section('channels', words.sections.channels, html`${table(words.columns.channels, open.map(channelRow))}<p class="soft">${words.closed(channels.filter((c) => !c.open).map((c) => channelNames[c.channel]))}</p>`)}
${section(
  'groups',
  words.sections.groups,
  groups.length > 0
    ? html`${table(
        words.columns.groups,
        groups.map((g) => groupRow(g, report)),
      )}<p><a class="button" href="/status/trial">${trialWords.others(!groups.some((g) => g.group?.onTrial))}</a></p>`
    : html`<p>${words.noGroups}</p>`,
)}
${consentPart(groups)}
${section('connect', words.sections.connect, html`${robotForm(report)}${handForm(report)}<div class="buttons">${report.canFetchGroups && button('fetch-groups', {}, words.fetchGroups)}${report.canMakeGroup && button('make-group', {}, words.makeGroup)}</div>`)}
${section(
  'gaps',
  words.sections.gaps,
  table(
    words.columns.gaps,
    report.gaps.map((g) => ({ cells: [channelNames[g.channel], moment(g.from), moment(g.to), g.why] })),
  ),
)}
${gonePart(report)}
${section('backup', words.sections.backup, backupPart(report.backup))}
${section('machine', words.sections.machine, machine(report))}`,
  })
}

const UNTOLD = '/status/keys/deliveries?state=failed'

const remedies = (list: readonly Trouble[]): Markup =>
  html`<ul>${list.map(({ text, at }) => html`<li><span>${text}</span> <a class="button" href="${at === 'tellings' ? UNTOLD : `#${at}`}">${words.goTo[at]}</a></li>`)}</ul>`

/** Nothing is wrong only where something works: a machine to which nobody speaks has a next step instead. */
function standing(report: StatusReport, { troubles, reminders }: ToDo): Markup {
  if (troubles.length > 0)
    return html`<section class="card standing bad"><h2>${words.troubles(troubles.length)}</h2>${remedies([...troubles, ...reminders])}</section>`
  const missing = firstSteps(report).filter((s) => !s.done)
  const [step] = missing
  if (step && missing.some((s) => s.name === 'group'))
    return html`<section class="card standing next"><h2>${words.notYet(missing.length)}</h2><ul><li><span>${startWords.steps[step.name].next}</span> <a class="button first" href="/status/start">${words.toStart}</a></li></ul>${reminders.length > 0 && remedies(reminders)}</section>`
  return html`<section class="card standing well"><h2>${words.allWell}</h2>${reminders.length > 0 && remedies(reminders)}</section>`
}

function tiles(report: StatusReport): Markup {
  const { channels, groups, deadLetters, diskFree } = report
  const bad = channels.filter((c) => c.open && c.why !== null).length
  const up = connectedOf(report).filter((c) => c.why === null).length
  const count = (state: GroupReport['state']) => groups.filter((g) => g.state === state).length
  const tile = (at: Exclude<Trouble['at'], 'tellings'>, value: string, isBad: boolean): Markup =>
    html`<li><a class="card${isBad ? ' bad' : ''}" href="#${at}"><small>${words.sections[at]}</small><b>${value}</b></a></li>`
  return html`<ul class="tiles">
${tile('channels', words.tiles.channels(up, bad), bad > 0)}
${tile('groups', words.tiles.groups(count('bound'), count('asked'), count('lost')), count('lost') > 0)}
${tile('letters', words.tiles.letters(deadLetters.length), deadLetters.length > 0)}
${tile('backup', words.tiles.backup(report.backup?.lastMade ?? null), report.backup !== null && report.backup.why !== null)}
${tile('machine', words.tiles.machine(diskFree), false)}
</ul>`
}

function channelRow(c: ChannelReport): Row {
  const state = !c.open ? words.notOpen : c.why !== null ? c.why : c.upSince ? words.up : words.ready
  const cells = [channelNames[c.channel], state, moment(c.heardAt), moment(c.saidAt), moment(c.tokenSince), String(c.waiting)]
  return { cells, kind: c.open ? (c.why !== null ? 'bad' : 'well') : 'off', state: 1 }
}

function letterRow(letter: DeadLetter): Row {
  const { id, state } = letter
  const decide = (decision: string, label: string) => button('decide', { id, decision }, label)
  const buttons = html`<div class="buttons">${decide('resend', words.resend)}${decide('was-sent', state === 'confirm' ? words.posted : words.wasSent)}${decide('give-up', words.giveUp)}</div>`
  const why = `${letterStateWords[state]}${letter.why ? `：${letter.why}` : ''}`
  const text = letter.text === null ? words.saidAlone : masked(letter.text)
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
        : group.group?.onTrial
          ? html`<div class="buttons">${group.group.name} <span class="tag soon">${trialWords.listening}</span>${button('trial/end', { group: group.group.id }, trialWords.speakNow)}</div>`
          : (group.group?.name ?? words.never)
  const state = `${groupStateWords[group.state]}${group.why ? `：${group.why}` : ''}`
  const name = group.name ?? group.group?.name ?? group.externalId
  return {
    cells: [name, channelNames[group.channel], which, hearsWords[group.hears], postsWords[group.posts], state, moment(group.heardAt)],
    kind: group.state === 'lost' ? 'bad' : '',
    state: 5,
  }
}

const groupSelect = (label: string, { ownGroups }: StatusReport): Markup =>
  html`<select name="group" aria-label="${label}">${ownGroups.map((g) => html`<option value="${g.id}">${g.name}</option>`)}</select>`

const robotForm = (report: StatusReport): Markup => html`<form method="post" action="/status/robot" class="robot">
<h3>${words.robot}</h3>
${groupSelect(words.sections.groups, report)}
<input name="address" type="password" autocomplete="off" aria-label="${words.robot}" placeholder="https://…" required><button>${words.keep}</button>
<p><small>${words.robotHelp}</small></p></form>`

const handForm = (report: StatusReport): Markup => html`<form method="post" action="/status/by-hand" class="robot">
<h3>${words.byHand}</h3>
${groupSelect(words.byHand, report)}<button>${words.byHandSet}</button>
<p><small>${words.byHandHelp}</small></p></form>`

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
