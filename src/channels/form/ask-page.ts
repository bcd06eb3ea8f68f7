import { html } from '../../pages/html.ts'
import type { FormVillage } from '../../ports/slip-box.ts'
import { formWords as words } from '../../wording/form.ts'
import { frame } from './frame.ts'

interface Asked {
  number: string
  code: string
  fault: 'wrong' | 'tooMany' | null
}

/** Where number and code are asked for. It shows nothing of anything. */
export const askPage = (village: FormVillage, { number, code, fault }: Asked): string =>
  frame(
    words.ask,
    html`<header><p class="town">${village.name}</p><h1>${words.ask}</h1><p>${words.askHint}</p></header>
<form method="post" action="/s/${village.code}/ask">
<section>
<label>${words.number}<input name="number" value="${number}" maxlength="12" placeholder="${words.numberHint}" autocomplete="off" required${fault !== null && html` aria-describedby="fault" aria-invalid="true"`}></label>
<label>${words.code}<input name="code" value="${code}" maxlength="8" placeholder="${words.codeHint}" autocomplete="off" autocapitalize="characters" required class="code"${fault !== null && html` aria-describedby="fault" aria-invalid="true"`}></label>
${fault !== null && html`<p class="fault" id="fault" role="alert">${words[fault]}</p>`}
</section>
<button class="first send">${words.look}</button>
</form>
<nav><a class="button" href="/s/${village.code}">${words.back}</a></nav>`,
  )
