import { documentOf } from '../../pages/document.ts'
import { html, type Markup } from '../../pages/html.ts'
import { formWords as words } from '../../wording/form.ts'

const STYLE = '/s/page/form.css'
const SCRIPT = '/s/page/form.js'

/** One page behind a 说事码: nothing but what somebody came for, in letters that need no glasses. */
export const frame = (title: string, body: Markup, script = false): string =>
  documentOf({ title, styles: [STYLE], ...(script && { script: SCRIPT }), body: html`<main>${body}</main>` })

export const sentencePage = (sentence: string): string => frame(sentence, html`<p class="wrong" role="alert">${sentence}</p>`)

/** A fault in one sentence, next to its field and read with it. */
export const faultLine = (field: string, fault: keyof typeof words.faults | undefined): Markup | false =>
  fault !== undefined && html`<p class="fault" id="fault-${field}" role="alert">${words.faults[fault]}</p>`

export const described = (field: string, fault: unknown): Markup | false =>
  fault !== undefined && html` aria-invalid="true" aria-describedby="fault-${field}"`

/** Off the screen and out of the way of keyboard and screen reader: only what fills in everything fills it in. */
export const honeypot = html`<p class="aloud" aria-hidden="true"><label>${words.honey} <input name="website" tabindex="-1" autocomplete="off"></label></p>`

/** The big button over a file field, which every telephone opens with camera and pictures. */
export const photoField = (fault: keyof typeof words.faults | undefined, kept: number): Markup => html`<div class="photos">
<input type="file" name="photo" id="photo" accept="image/jpeg,image/png,image/webp" multiple${described('photo', fault)}>
<label for="photo" class="button">${words.addPhoto}</label>
<ul class="thumbs" hidden></ul>
${kept > 0 && html`<p class="soft">${words.kept(kept)}</p>`}
${faultLine('photo', fault)}
</div>`
