import { html } from '../../pages/html.ts'
import { startWords } from '../../wording/operator-start.ts'
import { noticePageWords as words } from '../../wording/village-notice.ts'
import { operatorFrame } from '../operator-frame.ts'

interface Place {
  id: string
  name: string
}

interface Parts {
  villages: readonly Place[]
  chosen: Place
  text: string
}

/** The notice of one village, as text to copy and as a sheet to print. */
export function noticePage({ villages, chosen, text }: Parts): string {
  const of = `village=${encodeURIComponent(chosen.id)}`
  return operatorFrame({
    here: '/status/start',
    script: '/status/page/copy.js',
    body: html`<div><p><a href="/status/start">${startWords.back}</a></p><h1>${words.title}</h1><p>${words.intro}</p></div>
<form class="card upload" action="/status/start/notice"><label><span>${words.village}</span><select name="village">${villages.map(
      ({ id, name }) => html`<option value="${id}"${id === chosen.id && html` selected`}>${name}</option>`,
    )}</select></label><button>${words.show}</button></form>
<section class="card trial"><h2>${words.text}</h2><p class="soft">${words.copy}</p>
<textarea id="notice" aria-label="${words.text}" rows="14" readonly>${text}</textarea>
<p class="buttons"><button type="button" data-copies="notice" data-done="${words.copied}" hidden>${words.copyIt}</button> <span class="soft" role="status"></span></p></section>
<section class="card trial"><h2>${words.poster}</h2><p class="soft">${words.posterHelp}</p>
<p><img class="sheet" src="/status/start/notice/png?${of}" alt="${words.file(chosen.name)}" width="300" height="425"></p>
<p class="buttons"><a class="button" href="/status/start/notice/pdf?${of}">${words.pdf}</a><a class="button" href="/status/start/notice/png?${of}">${words.png}</a><a class="button" href="/status/start/notice/pdf">${words.all}</a></p></section>
<form class="card trial" method="post" action="/status/start/told"><p class="soft">${words.toldHelp}</p><p><button class="first">${words.told}</button></p></form>`,
  })
}
