import { html, type Markup } from '../../pages/html.ts'
import type { RehearsalSeen } from '../../ports/rehearsal.ts'
import { kindNames } from '../../wording/names.ts'
import { startWords } from '../../wording/operator-start.ts'
import { rehearsalWords as words } from '../../wording/rehearsal.ts'
import { operatorFrame } from '../operator-frame.ts'

interface Parts {
  villages: readonly { id: string; name: string }[]
  tried: { village: string; text: string; seen: RehearsalSeen | null } | null
  now: Date
}

const form = ({ villages, tried }: Parts): Markup => html`<form class="card trial" method="post" action="/status/start/try">
<label><span>${words.village}</span><select name="village">${villages.map(({ id, name }) => html`<option value="${id}"${id === tried?.village && html` selected`}>${name}</option>`)}</select></label>
<label><span>${words.sentence}</span><textarea name="text" rows="2" maxlength="300" required>${tried?.text ?? words.example}</textarea></label>
<p class="soft">${words.more}</p>
<p><button class="first">${words.run}</button></p></form>`

function facts({ matter, reason }: RehearsalSeen, now: Date): Markup {
  const lines: [string, string | null][] = [
    ...(matter
      ? (
          [
            [words.facts.title, matter.title],
            [words.facts.kind, matter.isPrivate ? `${kindNames[matter.kind]}，${words.privately}` : kindNames[matter.kind]],
            [words.facts.owner, matter.owner ?? words.nobody],
            [words.facts.respondBy, words.before(matter.respondBy, now)],
            [words.facts.completeBy, words.before(matter.completeBy, now)],
          ] as const
        ).map(([name, value]): [string, string] => [name, value])
      : []),
    [words.facts.reason, reason],
  ]
  return html`<dl>${lines.map(([name, value]) => value !== null && html`<dt>${name}</dt><dd>${value}</dd>`).filter((it) => it !== false)}</dl>`
}

const outcome = (seen: RehearsalSeen, now: Date): Markup =>
  html`<section class="card standing ${seen.becomes === 'talk' ? '' : 'well'}" role="status"><h2>${words.becomes[seen.becomes]}</h2>${seen.becomes === 'list' && html`<p>${words.lists(seen.listAt)}</p>`}</section>
<section class="card">${facts(seen, now)}</section>
<section class="card"><h2>${words.says}</h2>${
    seen.said.length === 0
      ? html`<p>${words.saysNothing}</p>`
      : html`<ul class="sayings">${seen.said.map(({ to, text }) => html`<li><small>${to === null ? words.inGroup : words.to(to)}</small><p>${text}</p></li>`)}</ul>`
  }</section>`

/** What the bot would make of a sentence, before anybody in the village says one. */
export const tryPage = (parts: Parts): string =>
  operatorFrame({
    here: '/status/start',
    body: html`<div><p><a href="/status/start">${startWords.back}</a></p><h1>${words.title}</h1><p>${words.intro}</p></div>
${parts.tried && parts.tried.seen === null && html`<p class="wrong" role="alert">${words.wrong}</p>`}
${form(parts)}${parts.tried?.seen ? outcome(parts.tried.seen, parts.now) : null}`,
  })
