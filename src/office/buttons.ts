import { matterPath } from '../domain/office-path.ts'
import type { OrderName } from '../domain/order-name.ts'
import { html, type Markup } from '../pages/html.ts'
import { buttonOf, actWords as words } from '../wording/office-acts.ts'
import { type ActForm, FORMS, isOneTap } from './forms.ts'

/** So many steps stand side by side; the others are one tap away. */
const SHOWN = 5

interface Where {
  label: string
  /** Where one comes back to. */
  back: string
  newId(): string
}

function button({ label, back, newId }: Where, form: ActForm, first: boolean): Markup {
  const path = `${matterPath(label)}/do/${encodeURIComponent(form.order)}`
  const tone = first ? 'first' : 'plain'
  // Several matters on one page: each button says of which it is.
  const text = html`${buttonOf(form.order)}<span class="aloud"> ${label}</span>`
  if (!isOneTap(form)) return html`<a class="button ${tone}" href="${path}?back=${encodeURIComponent(back)}">${text}</a>`
  return html`<form method="post" action="${path}"><input type="hidden" name="id" value="${newId()}"><input type="hidden" name="back" value="${back}"><button class="${tone}">${text}</button></form>`
}

/** 派 and 转 hand a matter on alike: whoever has it passes it on, anybody else sends somebody. */
const others = (orders: readonly OrderName[], isOwner: boolean): OrderName | null =>
  orders.includes('转') && orders.includes('派') ? (isOwner ? '派' : '转') : null

/** What may be done with a matter just now, the likeliest step first and marked. */
export function buttonsOf(where: Where, orders: readonly OrderName[], isOwner: boolean): Markup | null {
  const leftOut = others(orders, isOwner)
  const open = FORMS.filter(({ order }) => orders.includes(order) && order !== leftOut)
  if (open.length === 0) return null
  const drawn = open.map((form, i) => button(where, form, i === 0))
  const rest = drawn.slice(SHOWN)
  return html`<div class="row acts">${drawn.slice(0, SHOWN)}${rest.length > 0 && html`<details class="more"><summary class="button">${words.more}</summary><div class="row">${rest}</div></details>`}</div>`
}
