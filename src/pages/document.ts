import { html, type Markup } from './html.ts'

interface Parts {
  title: string
  /** Addresses of styles, after the hand that all pages share. */
  styles?: readonly string[]
  /** Address of a script that only adds comfort: every page works without it. */
  script?: string
  body: Markup
}

/** One whole page in the hand of the house: Chinese, as wide as the screen, light or dark as the reader's machine is. */
export const documentOf = ({ title, styles = [], script, body }: Parts): string =>
  html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${['/hand/hand.css', ...styles].map((href) => html`<link rel="stylesheet" href="${href}">`)}
${script !== undefined && html`<script type="module" src="${script}"></script>`}
</head>
<body>${body}</body>
</html>`.text
