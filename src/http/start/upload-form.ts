import { html, type Markup } from '../../pages/html.ts'
import { workbookWords as words } from '../../wording/start-workbook.ts'

export const uploadForm = (): Markup =>
  html`<form class="upload" method="post" action="/status/start/workbook" enctype="multipart/form-data">
<label><span>${words.choose}</span><input type="file" name="workbook" accept=".xlsx" required></label><button class="first">${words.upload}</button></form>`
