import { html, type Markup } from './html.ts'

interface Parts {
  title: string
  /** Addresses of styles, after the hand that all pages share. */
  styles?: readonly string[]
  /** Address of a script that only adds comfort: every page works without it. */
  script?: string
  /** An address that the browser goes on to by itself once this page is shown. */
  refresh?: string
  /** Looked at again after so many seconds by browsers that run no script. */
  everySeconds?: number
  body: Markup
}

/** One whole page in the hand of the house: Chinese, as wide as the screen, light or dark as the reader's machine is. */
export const documentOf = ({ title, styles = [], script, refresh, everySeconds, body }: Parts): string =>
  html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${refresh !== undefined && html`<meta http-equiv="refresh" content="1; url=${refresh}">`}
${everySeconds !== undefined && html`<noscript><meta http-equiv="refresh" content="${everySeconds}"></noscript>`}
${['/hand/hand.css', ...styles].map((href) => html`<link rel="stylesheet" href="${href}">`)}
${script !== undefined && html`<script type="module" src="${script}"></script>`}
</head>
<body>${body}</body>
</html>`.text
