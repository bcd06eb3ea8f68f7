import { html, useRef, useState } from '/assets/vendor/htm-preact.js'
import { roleOf } from './words.js'

const asBase64 = (file) =>
  new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^data:[^,]*,/u, ''))
    reader.onerror = failed
    reader.readAsDataURL(file)
  })

/** Where one types; above it stands who one is. */
export function Composer({ speaker, canPick, pick, quote, dropQuote, send }) {
  const [text, setText] = useState('')
  const file = useRef(null)
  const say = () => {
    if (text.trim() === '') return
    send({ text })
    setText('')
  }
  const photo = async (event) => {
    const [chosen] = event.target.files
    event.target.value = ''
    if (chosen) send({ text, image: { name: chosen.name, base64: await asBase64(chosen) } })
    setText('')
  }
  return html`<form class="composer" onSubmit=${(e) => {
    e.preventDefault()
    say()
  }}>
    <div class="as">
      <span>您是</span>
      ${
        canPick
          ? html`<button type="button" class="speaker" onClick=${pick}>${speaker ? `${speaker.name}（${roleOf(speaker)}）` : '选一个人'} ▾</button>`
          : html`<b>${speaker ? `${speaker.name}（${roleOf(speaker)}）` : ''}</b>`
      }
      ${quote && html`<span class="quoting">引用：${quote.from.name}：${quote.text.slice(0, 24)}<button type="button" onClick=${dropQuote} aria-label="不引用了">×</button></span>`}
    </div>
    <div class="line">
      <button type="button" class="photo-button" onClick=${() => file.current.click()}>照片</button>
      <input type="file" accept="image/*" ref=${file} onChange=${photo} hidden aria-label="选一张照片" />
      <textarea rows="1" aria-label="说一句话" placeholder="说一句话，回车发送" value=${text} onInput=${(e) => setText(e.target.value)}
        onKeyDown=${(e) => {
          if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
            e.preventDefault()
            say()
          }
        }}></textarea>
      <button class="send" disabled=${text.trim() === ''}>发送</button>
    </div>
  </form>`
}
