import { html, type Markup } from '../../pages/html.ts'
import { workbookWords as words } from '../../wording/start-workbook.ts'

export const saidLine = (said: keyof typeof words.said | null): Markup | null =>
  said && html`<p class="${said === 'applied' ? 'said' : 'wrong'}" role="status">${words.said[said]}</p>`
