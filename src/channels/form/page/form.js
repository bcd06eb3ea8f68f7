// Comfort only: keeps what was typed, makes photos smaller, and sends again by itself when the network is back. The page's pass
// is the id of what is sent with it, so that one sent twice is one.
const SIDE = 1600
const DAY_MS = 24 * 3600 * 1000

function begin(form) {
  const words = JSON.parse(form.dataset.words)
  const drafts = draftsOf(`shuoshi:${form.dataset.keep}`)
  const status = form.querySelector('.status')
  const button = form.querySelector('button.send')
  const photos = photosOf(form, words)
  let waiting = false

  const say = (text) => {
    status.textContent = text
    status.hidden = text === ''
  }
  if (restore(form, drafts.read())) say(words.restored)
  form.addEventListener('input', () => drafts.write(typedIn(form)))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send()
  })
  addEventListener('online', () => waiting && send())

  async function send() {
    if (button.disabled) return
    button.disabled = true
    waiting = false
    say(words.sending)
    try {
      const body = new FormData(form)
      body.delete('photo')
      for (const photo of await photos.ready()) body.append('photo', photo, 'photo.jpg')
      const answer = await fetch(form.action, { method: 'POST', body })
      if (answer.redirected) {
        drafts.drop()
        // The same page with another mark would not be read anew.
        location.replace(answer.url.split('#')[0])
        return
      }
      showFaults(await answer.text())
      say('')
    } catch (_) {
      waiting = true
      drafts.keep(typedIn(form))
      say(words.offline)
      button.textContent = words.again
    }
    button.disabled = false
  }

  /** The page came back with faults: they are put where they belong, and what was typed and chosen stays. */
  function showFaults(text) {
    const page = new DOMParser().parseFromString(text, 'text/html')
    const pass = page.querySelector('form[data-keep] [name=pass]')
    if (pass) form.elements.pass.value = pass.value
    for (const old of form.querySelectorAll('.fault, form > .wrong')) old.remove()
    for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
    for (const fault of page.querySelectorAll('form[data-keep] .fault')) {
      const field = form.elements[fault.id.replace('fault-', '')]
      const place = field.id === 'photo' ? field.parentElement.lastElementChild : field.closest('label') || field
      field.setAttribute('aria-invalid', 'true')
      place.after(fault)
    }
    const wrong = page.querySelector('form[data-keep] > .wrong, main > .wrong')
    if (wrong) form.prepend(wrong)
    const first = form.querySelector('[aria-invalid], .wrong')
    if (!first) return
    first.scrollIntoView({ block: 'center' })
    first.focus()
  }
}

/**
 * What the telephone keeps: for as long as this page is open, and for a day where the network went while it was being sent;
 * whoever takes up the telephone later finds no half-written word of somebody else. Private windows keep nothing.
 */
function draftsOf(key) {
  const tried = (run) => {
    try {
      return run()
    } catch (_) {
      return null
    }
  }
  const read = (from) => JSON.parse(from.getItem(key))
  const isFresh = (kept) => kept !== null && Date.now() - kept.at < DAY_MS
  return {
    read: () => tried(() => [read(sessionStorage), read(localStorage)].find(isFresh) || null),
    write: (typed) => tried(() => sessionStorage.setItem(key, JSON.stringify({ ...typed, at: Date.now() }))),
    /** Beyond this page. */
    keep: (typed) => tried(() => localStorage.setItem(key, JSON.stringify({ ...typed, at: Date.now() }))),
    drop: () =>
      tried(() => {
        for (const from of [sessionStorage, localStorage]) from.removeItem(key)
      }),
  }
}

const KEPT = ['text', 'house', 'name', 'phone', 'place', 'pass']
const typedIn = (form) => Object.fromEntries(KEPT.filter((name) => form.elements[name]).map((name) => [name, form.elements[name].value]))

/** The pass is kept too: what may have arrived before the network went must not arrive as another. */
function restore(form, typed) {
  const { text = '' } = typed || {}
  if (text === '' || form.elements.text.value !== '') return false
  for (const name of KEPT) if (form.elements[name] && typed[name]) form.elements[name].value = typed[name]
  return true
}

/** Photos as they will be sent: small, upright, and without what the telephone wrote beside them. */
function photosOf(form, words) {
  const box = form.querySelector('.photos')
  const input = box.querySelector('input')
  const list = box.querySelector('.thumbs')
  const most = 3
  let chosen = []
  box.classList.add('live')
  input.addEventListener('change', () => {
    const room = most - chosen.length
    chosen = chosen.concat([...input.files].slice(0, room).map((file) => ({ file, small: shrink(file) })))
    input.value = ''
    show()
  })
  function show() {
    list.hidden = chosen.length === 0
    list.replaceChildren(
      ...chosen.map((photo) => {
        const [item, picture, away] = ['li', 'img', 'button'].map((name) => document.createElement(name))
        picture.alt = ''
        photo.small.then((blob) => {
          picture.src = URL.createObjectURL(blob)
        })
        away.type = 'button'
        away.textContent = words.remove
        away.addEventListener('click', () => {
          chosen = chosen.filter((other) => other !== photo)
          show()
        })
        item.append(picture, away)
        return item
      }),
    )
  }
  return { ready: () => Promise.all(chosen.map((photo) => photo.small)) }
}

/** What no canvas can draw is sent as it is, and the office says what is wrong with it. */
async function shrink(file) {
  const url = URL.createObjectURL(file)
  try {
    const picture = new Image()
    picture.src = url
    await new Promise((done, failed) => {
      picture.onload = done
      picture.onerror = failed
    })
    const scale = Math.min(1, SIDE / Math.max(picture.naturalWidth, picture.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.naturalWidth * scale)
    canvas.height = Math.round(picture.naturalHeight * scale)
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    return (await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.78))) || file
  } catch (_) {
    return file
  } finally {
    URL.revokeObjectURL(url)
  }
}

const form = document.querySelector('form[data-keep]')
if (form) begin(form)
