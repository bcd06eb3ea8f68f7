import { slipLabel } from '../../domain/slip.ts'
import { html, type Markup } from '../../pages/html.ts'
import type { SlipState } from '../../ports/slip-box.ts'
import { standsWords, formWords as words } from '../../wording/form.ts'
import { scriptWords } from './form-page.ts'
import { described, faultLine, frame, honeypot, photoField } from './frame.ts'
import type { Faults } from './read-page.ts'

type TicketState = SlipState['tickets'][number]

interface Parts {
  state: SlipState
  /** It was sent a moment ago. */
  isFresh: boolean
  pass: string
  text: string
  faults: Faults
}

/** One slip for whoever wrote it: how it stands, what was answered, and a place to say more. */
export function slipPage({ state, isFresh, pass, text, faults }: Parts): string {
  const { village, slip, tickets } = state
  const action = `/s/${village.code}/mine`
  const hidden = html`<input type="hidden" name="pass" value="${pass}">`
  return frame(
    isFresh ? words.got : words.stands,
    html`<header><p class="town">${village.name}</p><h1>${isFresh ? words.got : words.stands}</h1></header>
${tickets.flatMap((t) => (t.danger === null ? [] : [dangerCard(t.danger, isAtHome(state) && closeForm(state))]))}
${numberCard(state)}
${tickets.length > 0 ? tickets.map((t) => ticketCard(t, state, action, hidden)) : unregistered(state)}
<section id="answers"><h2>${words.answers}</h2>${state.answers.length === 0 ? html`<p class="soft">${words.noAnswers}</p>` : html`<ul class="talk">${state.answers.toReversed().map(({ text, at }) => html`<li class="said"><p>${text}</p><p class="soft">${words.when(at, state.now)}</p></li>`)}</ul>`}</section>
${isAtHome(state) ? false : writtenCard(state)}
<form method="post" action="${action}" enctype="multipart/form-data" data-keep="${slip.id}" data-words="${scriptWords}" novalidate>${hidden}${honeypot}
${faults.page !== undefined && html`<p class="wrong" role="alert">${words.faults[faults.page]}</p>`}
<section><h2><label for="text">${words.more}</label></h2>
${tickets.length > 1 && html`<label>${words.about}<select name="about">${tickets.map((t) => html`<option value="${t.label}">${t.label} ${t.title}</option>`)}</select></label>`}
<textarea id="text" name="text" rows="3" maxlength="1200" placeholder="${words.moreHint}"${described('text', faults.text)}>${text}</textarea>
${faultLine('text', faults.text)}${photoField(faults.photo, 0)}
<button class="send">${words.add}</button><p class="status" role="status" hidden></p></section></form>
${forgetPart(state, hidden)}
<nav><a class="button" href="/s/${village.code}">${words.back}</a>
${closeForm(state)}</nav>`,
    true,
  )
}

/** Trouble at home: whoever takes up the telephone next must not read it here. */
const isAtHome = ({ tickets }: SlipState): boolean => tickets.some((t) => t.danger !== null && t.isPrivate)

const writtenCard = (state: SlipState): Markup =>
  html`<section><h2>${words.written}</h2><ul class="talk">${state.written.map(
    ({ text, photos, at }) =>
      html`<li><p>${text}${photos > 0 && words.photos(photos)}</p><p class="soft">${words.when(at, state.now)}</p></li>`,
  )}</ul></section>`

/** Asked in two steps, for it cannot be taken back. */
function forgetPart({ village, forgetting }: SlipState, hidden: Markup): Markup {
  if (forgetting === 'asked') return html`<section id="forget"><p class="stands">${words.forgetAsked}</p></section>`
  const body =
    forgetting === 'elsewhere'
      ? html`<p>${words.forgetElsewhere}</p>`
      : html`<p>${words.forgetWhat}</p><form method="post" action="/s/${village.code}/forget">${hidden}<button>${words.reallyForget}</button></form>`
  return html`<section id="forget"><details><summary>${words.forget}</summary>${body}</details></section>`
}

const closeForm = ({ village }: SlipState): Markup =>
  html`<form method="post" action="/s/${village.code}/close"><button>${words.leave}</button></form><p class="soft">${words.leaveHint}</p>`

const dangerCard = (said: string, close: Markup | false): Markup =>
  html`<section class="danger" role="alert"><p>${said}</p>${words.calls.map(({ number, label }) => html`<a class="button" href="tel:${number}">${label}</a>`)}${close}</section>`

/** What opens it again; large, for it is copied by hand. */
function numberCard({ slip, village, tickets, hasPhone }: SlipState): Markup {
  const short = village.short
  const labels = tickets.length > 0 ? tickets.map((t) => t.label) : [slipLabel(short, slip.number)]
  return html`<section class="number"><dl><div><dt>${words.number}</dt><dd>${labels.join('、')}</dd></div><div><dt>${words.code}</dt><dd>${slip.code}</dd></div></dl>
<p>${words.keep}</p>${!hasPhone && !slip.through && html`<p class="soft">${words.noPhone}</p>`}</section>`
}

/** What has no number yet, or never needed one. */
function unregistered({ stands, clerk }: SlipState): Markup | false {
  if (stands === 'answered') return false
  const call =
    stands === 'denied' && clerk?.phone != null && html`<a class="button" href="tel:${clerk.phone}">${words.phoneClerk(clerk.name)}</a>`
  const said = stands === 'new' ? words.soon : stands === 'denied' ? words.looked : words.looking
  return html`<section><p class="stands">${said}</p>${call}</section>`
}

function ticketCard(t: TicketState, { now }: SlipState, action: string, hidden: Markup): Markup {
  const verdict = (word: keyof typeof words.verdicts) => html`<button name="verdict" value="${word}">${words.verdicts[word]}</button>`
  return html`<section class="ticket"><h2>${t.label} ${t.title}</h2><p class="stands">${standsWords(t, now)}</p>${t.resolution !== null && html`<p>${words.done(t.owner, t.resolution)}</p>`}
${
  t.status === 'resolved' &&
  html`<form method="post" action="${action}" class="verdict">${hidden}${honeypot}<input type="hidden" name="about" value="${t.label}">
<h3>${words.isItDone}</h3>${verdict('满意')}${verdict('一般')}
<label>${words.notDone}<input name="text" maxlength="200"></label>${verdict('没修好')}</form>`
}
${
  (t.status === 'open' || t.status === 'waiting') &&
  html`<details><summary>${words.withdraw}</summary><form method="post" action="${action}">${hidden}${honeypot}<input type="hidden" name="about" value="${t.label}"><button name="verdict" value="撤回">${words.reallyWithdraw}</button></form></details>`
}</section>`
}
