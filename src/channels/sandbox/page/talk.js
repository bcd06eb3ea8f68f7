import { html, useEffect, useLayoutEffect, useRef, useState } from '/assets/vendor/htm-preact.js'
import { Bubble } from './bubble.js'
import { roleOf, stamp } from './words.js'

const GAP_MS = 5 * 60_000
const NEAR_PX = 60

/** Several who were told alone one after another are one line. */
function linesOf(list) {
  const lines = []
  for (const m of list) {
    const last = lines.at(-1)
    if (!m.aside) lines.push(m)
    else if (last?.asides) last.asides = last.asides.some((p) => p.id === m.aside.id) ? last.asides : [...last.asides, m.aside]
    else lines.push({ id: m.id, at: m.at, asides: [m.aside] })
  }
  return lines
}

const Aside = ({ people, open }) =>
  html`<li class="stamp">说事单独告诉了${people.map(
    (p, i) =>
      html`${i > 0 && '、'}<button key=${p.id} class="link" onClick=${() => open({ person: p.id })}>${p.name}（${roleOf(p)}）</button>`,
  )}</li>`

/** What was said. It follows what is new as long as one reads at its end, and stays where one reads above. */
export function Talk({ talk, members, speaker, now, older, showTicket, quote, open }) {
  const scroller = useRef(null)
  const inner = useRef(null)
  const seen = useRef({ atEnd: true, top: 0, height: 0, first: null, last: null })
  const [fresh, setFresh] = useState(0)
  const list = talk?.list ?? []
  const toEnd = () => {
    const el = scroller.current
    if (el) el.scrollTop = el.scrollHeight
    setFresh(0)
  }

  useLayoutEffect(() => {
    const el = scroller.current
    const was = seen.current
    const said = list.filter((m) => !m.aside)
    const [first, last] = [said[0]?.id ?? null, said.at(-1)?.id ?? null]
    const isMine = speaker && said.at(-1)?.from.id === speaker.id
    const isOlder = was.first !== null && first !== was.first && last === was.last
    if (isOlder) el.scrollTop += el.scrollHeight - was.height
    else if (last !== was.last && (was.atEnd || isMine || was.last === null)) toEnd()
    else if (last !== was.last) setFresh((n) => n + said.length - 1 - said.findIndex((m) => m.id === was.last))
    seen.current = { ...was, height: el.scrollHeight, first, last }
  }, [talk])

  // A photo that has loaded, a keyboard that opens: whoever reads at the end stays there.
  useEffect(() => {
    const watch = new ResizeObserver(() => {
      if (seen.current.atEnd) toEnd()
      seen.current.height = scroller.current?.scrollHeight ?? 0
    })
    watch.observe(inner.current)
    watch.observe(scroller.current)
    return () => watch.disconnect()
  }, [])

  const scrolled = () => {
    const el = scroller.current
    // A browser tells of a scroll a frame later: the conversation may be put away by then.
    if (!el) return
    const isNear = el.scrollHeight - el.scrollTop - el.clientHeight < NEAR_PX
    // What grows below (a photo that loads) is no reader who went up.
    if (isNear || el.scrollTop < seen.current.top) seen.current.atEnd = isNear
    seen.current.top = el.scrollTop
    if (isNear) setFresh(0)
  }
  const byId = new Map(list.map((m) => [m.id, m]))
  const roles = new Map(members.map((p) => [p.id, roleOf(p)]))
  let before = 0
  return html`<div class="talk-box">
    <div class="talk" ref=${scroller} onScroll=${scrolled} tabindex="0" role="log" aria-live="polite" aria-label="说过的话">
      <ol ref=${inner}>
        ${talk && !talk.whole && html`<li class="stamp"><button class="link" onClick=${older}>看更早的</button></li>`}
        ${talk && list.length === 0 && html`<li class="stamp">还没有人说话。说一件事试试，比如“村口的路灯不亮了”</li>`}
        ${linesOf(list).map((m) => {
          if (m.asides) return html`<${Aside} key=${m.id} people=${m.asides} open=${open} />`
          const at = new Date(m.at).getTime()
          const stamped = at - before > GAP_MS
          before = at
          return html`${stamped && html`<li class="stamp" key=${`at:${m.id}`}>${stamp(m.at, now)}</li>`}
            <${Bubble} key=${m.id} m=${m} mine=${speaker !== null && m.from.id === speaker?.id} role=${roles.get(m.from.id) ?? ''}
              quoted=${m.quote ? (byId.get(m.quote) ?? null) : undefined} showTicket=${showTicket} quote=${quote} />`
        })}
      </ol>
    </div>
    ${fresh > 0 && html`<button class="fresh" onClick=${toEnd}>↓ ${fresh}条新消息</button>`}
  </div>`
}
