import { html, type Markup } from '../pages/html.ts'
import { paperWords as words } from '../wording/papers.ts'
import { operatorFrame } from './operator-frame.ts'

export type PaperName = 'record' | 'disclosure' | 'ledger' | 'posters'

export interface Choice {
  value: string
  /** What is shown of it; else its value. */
  name?: string
}

/** What there is to choose from. */
export interface PaperChoices {
  matters: readonly Choice[]
  villages: readonly Choice[]
  quarters: readonly Choice[]
  periods: readonly Choice[]
}

/** What was asked for last, and why there is none. */
export interface Refused {
  paper: PaperName
  said: Readonly<Record<string, string>>
}

/** The fields keep what was said in them, whether or not it was found. */
export function papersPage(choices: PaperChoices, refused: Refused | null): string {
  const before = (name: string): string => refused?.said[name] ?? ''
  const select = (name: string, label: string, from: readonly Choice[]): Markup =>
    html`<label><span>${label}</span><select name="${name}" required>${from.map(
      ({ value, name: shown }) => html`<option value="${value}"${value === before(name) && html` selected`}>${shown ?? value}</option>`,
    )}</select></label>`
  const matter = html`<label><span>${words.number}</span><input name="number" list="matters" placeholder="${words.numberHelp}" value="${before('number')}" autocomplete="off" required></label>
<datalist id="matters">${choices.matters.map(({ value, name }) => html`<option value="${value}">${name ?? ''}</option>`)}</datalist>`
  const form = (paper: PaperName, fields: readonly Markup[]): Markup => {
    const wrong = refused?.paper === paper
    return html`<section class="card paper"><h2>${words[paper]}</h2><p class="soft">${words[`${paper}Help`]}</p>
<form action="/status/papers/wait/${paper}" data-paper="/status/papers/${paper}">${[...fields]}<button class="first">${words.get}</button></form>
<div class="making" role="status">${wrong && html`<p class="wrong">${words.none[paper]}</p>`}</div></section>`
  }
  return operatorFrame({
    here: '/status/papers',
    script: '/status/page/papers.js',
    body: html`<h1>${words.title}</h1>
${form('record', [matter])}
${form('disclosure', [select('village', words.village, choices.villages), select('quarter', words.quarter, choices.quarters)])}
${form('ledger', [select('period', words.period, choices.periods)])}
${form('posters', [])}
${sayings()}`,
  })
}

/** What the script says while it waits: words stand with all other words, and it takes them from here. */
const sayings = (): Markup =>
  html`<template id="sayings" data-seconds="${words.seconds(0)}" data-ready="${words.ready}" data-again="${words.again}"></template>`

/** Shown while a paper is made where no script runs: the browser goes on to the file by itself, and this page stays. */
export const waitingPage = (file: string): string =>
  operatorFrame({
    here: '/status/papers',
    refresh: file,
    body: html`<section class="card" role="status"><h1>${words.title}</h1><p>${words.making}</p><progress aria-label="${words.making}"></progress>
<p><a href="/status/papers">${words.back}</a></p></section>`,
  })
