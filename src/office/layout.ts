import { OFFICE } from '../domain/office-path.ts'
import { placeName } from '../domain/place-name.ts'
import { documentOf } from '../pages/document.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Viewer } from '../ports/office.ts'
import { roleNames } from '../wording/names.ts'
import { placeNames, officeWords as words } from '../wording/office.ts'
import { type PlaceName, placesOf } from './navigation.ts'

const STYLES = [`${OFFICE}/office.css`]
const SCRIPT = `${OFFICE}/live.js`

interface Parts {
  viewer: Viewer
  title: string
  /** The place of the navigation that it belongs to; null for a page on the way somewhere. */
  at: PlaceName | null
  /** Addresses of styles that only its family of pages wears. */
  styles?: readonly string[]
  body: Markup
}

/** 坪头村网格员, 鸡峰镇镇值班: once each, however many of a kind. */
function rolesOf({ person, roster }: Viewer): string[] {
  const named = person.roles.filter((r) => r.role !== 'resident').map((r) => `${placeName(roster, r.grid)}${roleNames[r.role]}`)
  return [...new Set(named)]
}

function navigation(viewer: Viewer, at: PlaceName | null): Markup {
  const entries = placesOf(viewer).map(
    ({ path, name }) => html`<li><a href="${path}"${name === at && html` aria-current="page"`}>${placeNames[name]}</a></li>`,
  )
  return html`<nav aria-label="${words.navigation}"><ul>${entries}</ul></nav>`
}

/** A page of whoever is in: where one is, who one is, and the way out. */
export function officePage({ viewer, title, at, styles = [], body }: Parts): string {
  const { person, roster } = viewer
  return documentOf({
    title: `${title} · ${words.product}`,
    styles: [...STYLES, ...styles],
    script: SCRIPT,
    body: html`<a class="skip" href="#main">${words.toContent}</a>
<header class="office">
<a class="brand" href="${OFFICE}"><b>${words.product}</b> <span>${roster.townName}</span></a>
${navigation(viewer, at)}
<a class="to-sandbox" data-sandbox href="/" hidden>${words.toSandbox}</a>
<details class="me"><summary>${person.name}</summary>
<div class="card"><b>${person.name}</b><p class="soft">${rolesOf(viewer).join('、')}</p>
<form method="post" action="${OFFICE}/leave"><button>${words.leave}</button></form></div></details>
</header>
<p class="news" data-news role="status" hidden>${words.news}</p>
<main id="main" tabindex="-1">${body}</main>`,
  })
}

/** A page for whoever is not in: one thing said, one thing to do. */
export const doorPage = (title: string, body: Markup): string =>
  documentOf({
    title: `${title} · ${words.product}`,
    styles: STYLES,
    body: html`<main class="door"><div class="card"><h1>${title}</h1>${body}</div></main>`,
  })
