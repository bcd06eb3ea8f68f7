import { html, useEffect, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { keyOf } from './route.js'
import { time } from './words.js'

const LOOK_MS = 1500
const HOUR_S = 3600

/** What this conversation waits for: somebody who may still be telling, the end of the night. */
export function Waiting({ town, state, place }) {
  const [waiting, setWaiting] = useState(null)
  const [, tick] = useState(0)
  const key = keyOf(place)
  useEffect(() => {
    let isOld = false
    const look = () =>
      api.waiting(place).then(
        (answer) => !isOld && setWaiting(answer),
        () => {},
      )
    look()
    const again = setInterval(() => !document.hidden && town.get().live && look(), LOOK_MS)
    const second = setInterval(() => tick((n) => n + 1), 500)
    return () => {
      isOld = true
      clearInterval(again)
      clearInterval(second)
    }
  }, [key, state.version])
  const now = town.now()
  const left = (until) => Math.ceil((new Date(until).getTime() - now.getTime()) / 1000)
  const telling = waiting?.telling[0]
  if (telling && left(telling.until) > -3) {
    const s = left(telling.until)
    const { name } = telling.person
    if (s > HOUR_S) return html`<p class="waiting" role="status">收到照片了，等${name}说一句这是哪里、什么事</p>`
    return html`<p class="waiting" role="status">${s > 0 ? `等${name}把话说完，还有${s}秒` : '正在登记……'}<button onClick=${town.settle}>不等了</button></p>`
  }
  const held = waiting?.held
  if (held && left(held.until) > 0) {
    const until = time(held.until)
    const isNight = until === time(`2000-01-01T${state.town.quietTo}:00+08:00`)
    return html`<p class="waiting" role="status">${isNight ? '夜里不发' : '这会儿不发'}，${until}再发（${held.count}条待发）<button disabled=${state.moving} onClick=${() => town.moveClock(() => ({ to: held.until }))}>拨到${until}</button></p>`
  }
  return null
}
