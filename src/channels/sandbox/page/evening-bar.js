import { html, useEffect, useState } from '/assets/vendor/htm-preact.js'
import { EVENING } from './evening-lines.js'

/** What happens, in plain words, while the evening is played. */
export function EveningBar({ evening }) {
  const [, again] = useState(0)
  useEffect(() => evening.subscribe(() => again((n) => n + 1)), [])
  const { playing, line, caption } = evening.get()
  if (caption === '' && !playing) return null
  return html`<section class="evening" aria-label="演一个晚上">
    <p role="status">${caption}</p>
    ${playing && html`<progress max=${EVENING.length} value=${line} aria-label="演到哪里"></progress>`}
    <div class="evening-buttons">
      ${
        playing
          ? html`<button onClick=${evening.skip}>下一句</button><button onClick=${evening.stop}>停下</button>`
          : html`<button onClick=${evening.play}>再演一遍</button><button onClick=${evening.close}>关上</button>`
      }
    </div>
  </section>`
}
