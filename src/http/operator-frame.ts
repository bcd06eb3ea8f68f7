import { documentOf } from '../pages/document.ts'
import { html, type Markup } from '../pages/html.ts'
import { keyWords } from '../wording/api-keys.ts'
import { startWords } from '../wording/operator-start.ts'
import { paperWords } from '../wording/papers.ts'
import { statusWords as words } from '../wording/status.ts'
import { trialWords } from '../wording/trial-page.ts'

const STYLES = ['/status/page/status.css']
const PAGES = [
  ['/status', words.page],
  ['/status/papers', paperWords.title],
  ['/status/keys', keyWords.title],
  ['/status/start', startWords.title],
  ['/status/trial', trialWords.title],
] as const
export type OperatorPage = (typeof PAGES)[number][0]

interface Parts {
  here: OperatorPage
  /** Behind the name of the page, small. */
  beside?: string
  body: Markup
  /** Of this page alone, after those of all. */
  styles?: readonly string[]
  script?: string
  refresh?: string
}

/** One page of the operator's: its head leads to the others. */
export const operatorFrame = ({ here, beside = '', body, styles = [], ...rest }: Parts): string =>
  documentOf({
    title: `${PAGES.find(([address]) => address === here)?.[1] ?? ''} · ${words.title}`,
    styles: [...STYLES, ...styles],
    ...rest,
    body: html`<header class="head"><p class="brand"><b>${words.brand}</b> <small>${beside}</small></p>
<nav aria-label="${words.pages}">${PAGES.map(
      ([address, name]) => html`<a href="${address}"${address === here && html` aria-current="page"`}>${name}</a>`,
    )}</nav>
<form method="post" action="/status/logout"><button>${words.logout}</button></form></header>
<main>${body}</main>`,
  })

export const loginPage = (trouble: string | null): string =>
  documentOf({
    title: words.title,
    styles: STYLES,
    body: html`<main class="login card"><h1>${words.title}</h1>
<form method="post" action="/status/login">
<label>${words.password} <input type="password" name="password" autocomplete="current-password" required autofocus></label>
<button class="first">${words.login}</button>
${trouble !== null && html`<p class="wrong" role="alert">${trouble}</p>`}
<p><small>${words.whereIsIt}</small></p>
</form></main>`,
  })
