import { html, render, useEffect, useState } from '/assets/vendor/htm-preact.js'
import { useArrival } from './arrival.js'
import { Chat } from './chat.js'
import { Clock } from './clock.js'
import { createEvening } from './evening.js'
import { EveningBar } from './evening-bar.js'
import { List } from './list.js'
import { keyOf, MATTERS, useRoute } from './route.js'
import { Side } from './side.js'
import { createTown, speakerIn, useTown } from './town.js'
import { Welcome } from './welcome.js'

const town = createTown()
town.start()

function App() {
  const state = useTown(town)
  const { route, go, up } = useRoute()
  const { place, side } = route
  const [evening] = useState(() => createEvening({ town, open: (to) => go({ place: to, side: null }) }))
  const [guided, setGuided] = useState(() => sessionStorage.getItem('guided') !== 'no')
  const key = place ? keyOf(place) : ''
  useEffect(() => {
    town.show(place)
  }, [key])
  // Escape leaves the pane, unless a sheet is open above it: that closes itself.
  useEffect(() => {
    const leave = (event) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return
      up({ place, side: null })
    }
    if (!side) return
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [key, side])
  useArrival(`${key}/${side ?? ''}`)
  const unread = Object.values(state.unread).reduce((sum, n) => sum + n, 0)
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}说事${state.town ? ` · ${state.town.name}` : ''}`
  }, [unread, state.town?.name])

  if (!state.town)
    return html`<p class="loading" role="status">${state.live ? state.trouble || '正在打开……' : '连不上说事，正在重连……'}</p>`

  const guide = (shown) => {
    sessionStorage.setItem('guided', shown ? 'yes' : 'no')
    setGuided(shown)
  }
  const speaker = speakerIn(state, place)
  const group = place?.group ? state.groups.find((g) => g.id === place.group) : null
  const open = (to) => go({ place: to, side: null })
  const showTicket = (number) => go({ place, side: number })
  const welcome = html`<${Welcome} town=${town} state=${state} open=${open} close=${() => guide(false)} play=${state.town.sample ? evening.play : null} />`

  return html`<div class=${`frame ${place ? 'in-chat' : ''} ${side ? 'side-open' : ''}`}>
    <header class="top">
      <img src="/assets/page/mark.svg" alt="" width="28" height="28" />
      <h1>说事<small>${state.town.name}</small></h1>
      <button class=${`plain again ${guided ? 'guided' : ''}`} onClick=${() => {
        guide(true)
        up({ place: null, side: null })
      }}>试一试</button>
      <${Clock} town=${town} state=${state} />
    </header>
    <${List} town=${town} state=${state} place=${place} open=${open} showTicket=${showTicket}>${guided && !place && html`<div class="narrow">${welcome}</div>`}<//>
    <main class="middle">
      ${
        place
          ? html`<${Chat} key=${key} town=${town} state=${state} place=${place} group=${group} speaker=${speaker}
              back=${() => up({ place: null, side: null })} unread=${unread}
              showTicket=${showTicket} showMatters=${() => showTicket(MATTERS)} open=${open} />`
          : welcome
      }
    </main>
    <${Side} state=${state} place=${place} village=${group?.village ?? null} side=${side} speaker=${speaker}
      attempt=${town.attempt} show=${showTicket} close=${() => up({ place, side: null })} list=${() => up({ place, side: MATTERS })} />
    <${EveningBar} evening=${evening} />
    ${!state.live && html`<p class="bar broken" role="status">连接断了，正在重连……</p>`}
    ${state.live && state.trouble && html`<p class="bar" role="alert">${state.trouble}</p>`}
  </div>`
}

render(html`<${App} />`, document.getElementById('app'))
