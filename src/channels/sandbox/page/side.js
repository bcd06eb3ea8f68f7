import { html, useEffect, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { Card } from './card.js'
import { BackIcon, CloseIcon } from './faces.js'
import { Matters, State } from './matters.js'
import { MATTERS } from './route.js'
import { ToOffice } from './to-office.js'

function useTicket(number, version) {
  const [ticket, setTicket] = useState(null)
  useEffect(() => {
    let isOld = false
    if (number)
      api.ticket(number).then(
        (t) => !isOld && setTicket(t),
        () => !isOld && setTicket({ number, isGone: true }),
      )
    return () => {
      isOld = true
    }
  }, [number, version])
  return ticket?.number === number ? ticket : null
}

/** The right pane: one matter with its history, or what is open. */
export function Side({ state, place, village, side, speaker, show, close, list, attempt }) {
  const number = side && side !== MATTERS ? side : null
  const t = useTicket(number, state.version)
  // Whoever leads the township has nothing in hand and everything before them.
  const mine = speaker?.roles.some((r) => r.role === 'leader' || r.role === 'duty') ? null : (place?.person ?? null)
  const heading = number ?? (village ? `${village}在办的事` : mine ? '手上和报过的事' : '全镇在办的事')
  return html`<aside class="side" aria-label="事项">
    <header class="side-head">
      ${number && html`<button class="plain to-list" onClick=${list} aria-label="在办的事"><${BackIcon} /></button>`}
      <h2 tabindex="-1" data-arrival=${side ? 'side' : null}>${heading}</h2>
      ${t && !t.isGone && html`<${State} t=${t} />`}
      <button class="plain close" onClick=${close} aria-label="关上"><${CloseIcon} /></button>
    </header>
    <div class="side-body">
      ${
        number
          ? t?.isGone
            ? html`<p class="hint">没有${number}这件事。</p>`
            : t && html`<${Card} t=${t} show=${show}><${ToOffice} t=${t} speaker=${speaker} attempt=${attempt} /><//>`
          : html`<${Matters} key=${mine ?? village ?? ''} state=${state} mine=${mine} village=${village} show=${show} />`
      }
    </div>
  </aside>`
}
