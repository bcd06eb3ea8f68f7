import { html, useEffect, useRef, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { ClockIcon, CloseIcon } from './faces.js'
import { moment } from './words.js'

const MOVES = [
  ['+30分钟', () => ({ advance: 'PT30M' })],
  ['+1天', () => ({ advance: 'P1D' })],
  ['到下个工作日早上', async () => ({ to: (await api.nextMorning()).at })],
]

const Moves = ({ town, state, then }) =>
  MOVES.map(
    ([name, target]) =>
      html`<button key=${name} disabled=${state.moving} onClick=${async () => {
        await town.moveClock(target)
        then?.()
      }}>${name}</button>`,
  )

function useMinute() {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 5000)
    return () => clearInterval(timer)
  }, [])
}

const nowOf = (town, state) => (state.moving ? '正在拨……' : state.clock ? moment(town.now()) : '')

/** The product's clock in the page's head; narrow pages fold it into one line. */
export function Clock({ town, state }) {
  useMinute()
  return html`<div class="clock">
    <span class="clock-now" title="说事按这个时钟办事">${nowOf(town, state)}</span>
    <span class="moves" role="group" aria-label="把时钟往前拨"><${Moves} town=${town} state=${state} /></span>
    <${FoldedClock} town=${town} state=${state} />
  </div>`
}

export function FoldedClock({ town, state }) {
  useMinute()
  const [isOpen, setOpen] = useState(false)
  const sheet = useRef(null)
  useEffect(() => {
    if (isOpen) sheet.current?.showModal()
  }, [isOpen])
  const close = () => setOpen(false)
  return html`<button class="folded plain" onClick=${() => setOpen(true)} aria-label=${`${nowOf(town, state)}，往前拨时钟`}><${ClockIcon} />${nowOf(town, state)}</button>
    ${
      isOpen &&
      html`<dialog ref=${sheet} class="sheet" onClose=${close} aria-label="时钟" onClick=${(e) => e.target === sheet.current && close()}>
        <header><h2>${nowOf(town, state)}</h2><button class="plain close" onClick=${close} aria-label="关上"><${CloseIcon} /></button></header>
        <p>说事按这个时钟办事。往前拨，到期、催办、日报都会照着来；不能往回拨。</p>
        <div class="choices"><${Moves} town=${town} state=${state} then=${close} /></div>
      </dialog>`
    }`
}
