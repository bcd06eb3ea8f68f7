import { html, useEffect, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { moment } from './words.js'

/** The product's clock, which the sandbox may move forward. */
export function ClockBar({ onMoved, onFault }) {
  const [clock, setClock] = useState(null)
  const [moving, setMoving] = useState(false)
  useEffect(() => {
    const look = () => api.clock({}).then(setClock, () => {})
    look()
    const again = setInterval(look, 20_000)
    return () => clearInterval(again)
  }, [])
  const move = async (body) => {
    setMoving(true)
    try {
      setClock(await api.clock(await body()))
      onMoved()
    } catch (fault) {
      onFault(fault)
    } finally {
      setMoving(false)
    }
  }
  return html`<div class="clock">
    <span class="now" title=${clock?.moved ? '时钟拨过' : ''}>${clock ? moment(clock.now) : ''}${clock?.moved && html`<small>拨过</small>`}</span>
    <span class="moves" role="group" aria-label="往前拨时钟">
      <button disabled=${moving} onClick=${() => move(() => ({ advance: 'PT30M' }))}>+30分钟</button>
      <button disabled=${moving} onClick=${() => move(() => ({ advance: 'P1D' }))}>+1天</button>
      <button disabled=${moving} onClick=${() => move(async () => ({ to: (await api.nextMorning()).at }))}>到下个工作日早上</button>
    </span>
  </div>`
}
