import { html } from '/assets/vendor/htm-preact.js'
import { tintOf } from './words.js'

const MARK = html`<img src="/assets/page/mark.svg" alt="" />`

/** A person’s last character, as families call each other. */
export const Face = ({ person, withBot }) =>
  html`<span class=${`face ${tintOf(person.id)}`} aria-hidden="true">${person.name.slice(-1)}${withBot && html`<i>${MARK}</i>`}</span>`

export const GroupFace = ({ village }) => html`<span class="face group" aria-hidden="true">${(village ?? '镇').slice(0, 1)}</span>`

export const BotFace = () => html`<span class="face bot" aria-hidden="true">${MARK}</span>`

const icon = (path) =>
  html`<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`

export const PhotoIcon = () =>
  icon(
    html`<rect x="3" y="5" width="18" height="14" rx="2.5" /><circle cx="8.5" cy="10" r="1.6" /><path d="m4 17 5-4.5 3.5 3 3-2.5L20 17" />`,
  )
export const BackIcon = () => icon(html`<path d="m15 5-7 7 7 7" />`)
export const CloseIcon = () => icon(html`<path d="M6 6l12 12M18 6 6 18" />`)
export const SearchIcon = () => icon(html`<circle cx="10.5" cy="10.5" r="6" /><path d="m15 15 5 5" />`)
export const ClockIcon = () => icon(html`<circle cx="12" cy="12" r="8.5" /><path d="M12 7v5l3.5 2" />`)
