import { html } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'

const isCadre = (person) => person?.roles.some((r) => r.role !== 'resident') ?? false

/** In at the office page without the step that protects a real link; the tab remembers the way back. */
async function enter(person, number) {
  const { path } = await api.office(person, number)
  sessionStorage.setItem('sandbox', location.hash)
  const form = Object.assign(document.createElement('form'), { method: 'post', action: path })
  document.body.append(form)
  form.submit()
}

/** The same matter as a cadre sees it on the office page: whoever one is, else whoever has it in hand. */
export function ToOffice({ t, speaker, attempt }) {
  const person = isCadre(speaker) ? speaker : t.owner
  if (!person) return null
  return html`<button class="to-office" onClick=${() => attempt(() => enter(person.id, t.number))}>到办公页面上看 <small>以${person.name}的身份</small></button>`
}
