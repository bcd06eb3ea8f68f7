import { html, useEffect, useLayoutEffect, useRef, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { CloseIcon, PhotoIcon } from './faces.js'
import { keep, kept } from './memory.js'
import { readPhoto } from './photo.js'
import { keyOf } from './route.js'
import { lineOf, roleOf } from './words.js'

/** What was begun in a conversation waits there until one comes back, over a reload as well. */
const drafts = new Map(Object.entries(kept('drafts')))
const keepDraft = (key, text) => {
  if (text === '') drafts.delete(key)
  else drafts.set(key, text)
  keep('drafts', Object.fromEntries(drafts))
}

/** Sends; the same thing sent again after a failure is the same message. */
function useSending(place) {
  const attempt = useRef({ what: '', id: '' })
  const [state, setState] = useState({ sending: false, failed: '' })
  const send = async (body) => {
    const what = JSON.stringify(body)
    if (attempt.current.what !== what) attempt.current = { what, id: crypto.randomUUID() }
    setState({ sending: true, failed: '' })
    try {
      await api.send(place, { ...body, id: attempt.current.id })
      attempt.current = { what: '', id: '' }
      setState({ sending: false, failed: '' })
      return true
    } catch (fault) {
      const failed = fault instanceof api.Unreachable ? '没发出去，话还在，请再按一次“发送”' : `没发出去：${fault.message}`
      setState({ sending: false, failed })
      return false
    }
  }
  return { ...state, send, say: (failed) => setState({ sending: false, failed }) }
}

/** Where one types; above it stands who one is. */
export function Composer({ place, speaker, answers, answer, fill, filled, change, quote, dropQuote }) {
  const key = keyOf(place)
  const [text, setText] = useState(drafts.get(key) ?? '')
  const file = useRef(null)
  const box = useRef(null)
  const { sending, failed, send, say } = useSending(place)
  useEffect(() => {
    keepDraft(key, text)
  }, [text])
  useEffect(() => {
    if (fill === null) return
    setText(fill)
    filled()
    box.current?.focus()
  }, [fill])
  useEffect(() => {
    if (quote) box.current?.focus()
  }, [quote])
  // The box grows with what is typed.
  useLayoutEffect(() => {
    box.current.style.height = 'auto'
    box.current.style.height = `${box.current.scrollHeight + 2}px`
  }, [text])

  const sayIt = async () => {
    if (text.trim() === '' || !speaker || sending) return
    const sent = await send({ from: speaker.id, text, ...(quote && { quote: quote.id }) })
    if (!sent) return
    setText((now) => (now === text ? '' : now))
    dropQuote()
  }
  const photo = async (event) => {
    const [chosen] = event.target.files
    event.target.value = ''
    if (!chosen || !speaker) return
    try {
      const image = await readPhoto(chosen)
      if (await send({ from: speaker.id, text: '', image, ...(quote && { quote: quote.id }) })) dropQuote()
    } catch (fault) {
      say(fault.message)
    }
  }
  const you = html`<span class="you">您是</span>`
  const name = speaker ? html`<b>${speaker.name}</b> <small class="tag">${roleOf(speaker)}</small>` : '……'
  return html`<form class="composer" onSubmit=${(e) => {
    e.preventDefault()
    sayIt()
  }}>
    ${failed && html`<p class="failed" role="alert">${failed}</p>`}
    <div class="as">
      ${change ? html`<button type="button" class="speaker" onClick=${change} disabled=${!speaker}>${you}${name} <span class="change">换人</span></button>` : html`<span class="speaker">${you}${name}</span>`}
      ${answers.map((a) => html`<button type="button" class="answer" key=${a.word} onClick=${() => answer(a.typed)}>${a.word}</button>`)}
    </div>
    ${quote && html`<div class="quoting"><span>引用 ${quote.from.name}：${lineOf(quote)}</span><button type="button" class="plain" onClick=${dropQuote} aria-label="不引用了"><${CloseIcon} /></button></div>`}
    <div class="line">
      <button type="button" class="plain photo-button" onClick=${() => file.current.click()} disabled=${!speaker} aria-label="发照片"><${PhotoIcon} /></button>
      <input type="file" accept="image/*" ref=${file} onChange=${photo} hidden aria-label="选一张照片" />
      <textarea rows="1" ref=${box} aria-label="说一句话" placeholder="说一句话" value=${text} enterkeyhint="send" onInput=${(e) => setText(e.target.value)}
        onKeyDown=${(e) => {
          if (e.key !== 'Enter' || e.shiftKey || e.isComposing || e.keyCode === 229) return
          e.preventDefault()
          sayIt()
        }}></textarea>
      <button class="send" disabled=${text.trim() === '' || !speaker || sending}>发送</button>
    </div>
  </form>`
}
