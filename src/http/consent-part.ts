import { html, type Markup } from '../pages/html.ts'
import type { GroupReport } from '../ports/operations.ts'
import { consentSentence, consentWords as words } from '../wording/archive.ts'
import { section } from './status-parts.ts'

/** How many of each group let the archive keep what they say, and what is to be posted where some have not. */
export function consentPart(groups: readonly GroupReport[]): Markup {
  const asked = groups.flatMap(({ consent, name, group, externalId }) =>
    consent ? [{ ...consent, name: group?.name ?? name ?? externalId }] : [],
  )
  if (asked.length === 0) return html``
  const rows = asked.map(
    ({ name, agreed, all, at }) =>
      html`<li><b>${name}</b> <span>${words.count(agreed, all)}</span> <small>${words.asked(at)}</small>${all > 0 && html`<progress max="${all}" value="${agreed}" aria-label="${name}"></progress>`}</li>`,
  )
  const isOver = asked.every(({ agreed, all }) => agreed === all)
  return section(
    'consent',
    words.title,
    html`<ul class="consents">${rows}</ul>${!isOver && html`<p class="soft">${words.help}</p><blockquote>${consentSentence}</blockquote>`}`,
  )
}
