import { html, type Markup } from '../../pages/html.ts'
import type { FormVillage } from '../../ports/slip-box.ts'
import { formWords as words } from '../../wording/form.ts'
import { described, faultLine, frame, honeypot, photoField } from './frame.ts'
import type { Faults, Written } from './read-page.ts'

/** A cadre whom the office knows on this device, and who may write for somebody else. */
export interface Teller {
  id: string
  name: string
}

interface Parts {
  village: FormVillage
  pass: string
  written: Written
  faults: Faults
  kept: number
  teller: Teller | null
}

export const formPage = (parts: Parts): string => {
  const { village, pass, written, faults, kept } = parts
  return frame(
    words.title(village.name),
    html`<header><p class="town">${village.town}</p><h1>${words.title(village.name)}</h1><p>${words.lead}</p></header>
<form method="post" action="/s/${village.code}" enctype="multipart/form-data" data-keep="${village.code}" data-words="${scriptWords}" novalidate>
<input type="hidden" name="pass" value="${pass}">
${honeypot}
${faults.page !== undefined && html`<p class="wrong" role="alert">${words.faults[faults.page]}</p>`}
<section><h2><label for="text">${words.what}</label></h2>
<p class="soft" id="text-hint">${words.whatHint}</p>
<textarea id="text" name="text" rows="4" maxlength="1200" required${described('text', faults.text) || html` aria-describedby="text-hint"`}>${written.text}</textarea>
${faultLine('text', faults.text)}</section>
${whereSection(village, written)}
<section><h2 id="photo-head">${words.photo}</h2>${photoField(faults.photo, kept)}<p class="soft">${words.photoHint}</p></section>
${whoSection(parts)}
<button class="first send">${words.send}</button>
<p class="status" role="status" hidden></p>
</form>
<nav><a class="button" href="/s/${village.code}/ask">${words.askLink}</a></nav>
<p class="urgent">${words.urgent}</p>`,
    true,
  )
}

const whereSection = ({ places }: FormVillage, { place, house }: Written): Markup => {
  const choice = (id: string, name: string, checked: boolean) =>
    html`<label class="choice"><input type="radio" name="place" value="${id}"${checked && html` checked`}><span>${name}</span></label>`
  const choices = html`<fieldset><legend><h2>${words.where}</h2></legend>
<div class="choices">${places.map((p) => choice(p.id, p.name, p.id === place))}${choice('', words.notSure, !places.some((p) => p.id === place))}</div></fieldset>`
  return html`<section>${places.length > 0 ? choices : html`<h2>${words.where}</h2>`}
<label>${words.house}<input name="house" maxlength="40" value="${house}" placeholder="${words.houseHint}" autocomplete="off"></label></section>`
}

const whoSection = ({ written, faults, teller }: Parts): Markup => html`<section><h2>${words.who}</h2>
${
  teller !== null &&
  html`<label class="choice wide"><input type="checkbox" name="through" value="yes"${written.through === 'yes' && html` checked`}><span>${words.through(teller.name)}</span></label><p class="soft">${words.throughHint}</p>`
}
<label>${words.name}<input name="name" maxlength="12" value="${written.name}" autocomplete="name"${described('name', faults.name)}></label>
${faultLine('name', faults.name)}
<label>${words.phone}<input name="phone" type="tel" inputmode="tel" maxlength="20" value="${written.phone}" autocomplete="tel"${described('phone', faults.phone)}></label>
${faultLine('phone', faults.phone)}
<p class="soft">${words.whoHint}</p></section>`

const { sending, offline, again, restored, shrinking, remove, broken, send } = words
/** What the script says; it holds no sentence of its own. */
export const scriptWords = JSON.stringify({ sending, offline, again, restored, shrinking, remove, broken, send })
