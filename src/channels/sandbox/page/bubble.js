import { html, useState } from '/assets/vendor/htm-preact.js'
import { BotFace, Face } from './faces.js'
import { lineOf } from './words.js'

const SPECIAL = /(【[^】\s]{1,6}?\d{1,4}】|https?:\/\/[\w.:/?#&=%~-]+)/u

/** A post with its matter's number as a button, and with the addresses that the bot gives as links. */
export const Words = ({ text, showTicket }) =>
  text.split(SPECIAL).map((part, i) => {
    if (i % 2 === 0) return part
    if (part.startsWith('http')) return html`<a key=${i} href=${part} target="_blank" rel="noreferrer">${part}</a>`
    return html`<button key=${i} class="link number" onClick=${() => showTicket(part.slice(1, -1))}>${part}</button>`
  })

const quotedLine = (quoted) => (quoted ? `${quoted.from.name}：${lineOf(quoted)}` : '引用了更早的一句话')

/** What somebody took stays small; what the bot has drawn is there to be read, and drawn when it comes into sight. */
export const Photos = ({ images, drawn = false }) =>
  images.map(
    (i) => html`<a key=${i.url} class=${drawn ? 'photo drawn' : 'photo'} href=${i.url} target="_blank" rel="noreferrer">
      <img src=${i.url} alt=${i.name} loading=${drawn ? 'lazy' : 'eager'} /></a>`,
  )

/** A file that came with a message, to be kept. */
export const Files = ({ files = [] }) =>
  files.map(
    (f) => html`<a key=${f.url} class="file" href=${f.url} download=${f.name}>
      <span class="kind" aria-hidden="true">${f.name.split('.').at(-1)}</span><span>${f.name}</span></a>`,
  )

/** One message. A tap on it offers to quote it. */
export function Bubble({ m, mine, role, quoted, showTicket, quote }) {
  const [picked, setPicked] = useState(false)
  const tap = (event) => {
    if (!event.target.closest('a, button') && String(getSelection()) === '') setPicked((p) => !p)
  }
  return html`<li class=${`message ${mine ? 'mine' : ''} ${picked ? 'picked' : ''}`}>
    ${m.from.bot ? html`<${BotFace} />` : html`<${Face} person=${m.from} />`}
    <div class="said">
      <span class="who">${m.from.name}${role && html`<small class="tag">${role}</small>`}${m.from.bot && html`<small class="tag">机器人</small>`}</span>
      ${m.text && html`<div class="bubble" onClick=${tap}>${m.from.bot ? html`<${Words} text=${m.text} showTicket=${showTicket} />` : m.text}</div>`}
      ${m.voice && html`<div class="bubble voice">语音 <small>${m.voice.name}</small></div>`}
      <${Photos} images=${m.images} drawn=${m.from.bot} />
      <${Files} files=${m.files} />
      ${quoted !== undefined && html`<div class="quoted">${quotedLine(quoted)}</div>`}
      <button class="quote-it" onClick=${() => {
        setPicked(false)
        quote(m)
      }} aria-label=${`引用${m.from.name}的话`}>引用</button>
    </div>
  </li>`
}
