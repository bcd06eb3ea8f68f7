// An open page looks every few seconds whether anything has changed, and then takes over its own newer parts. What somebody
// is typing, has opened or has chosen stays as it is: then only a line says that there is something new.
const EVERY_MS = 4000
const news = document.querySelector('[data-news]')
let seen = null

const ask = (path) => fetch(path, { headers: { 'x-watching': '1' }, credentials: 'same-origin' })

const isTouched = (field) =>
  field.type === 'checkbox' || field.type === 'radio'
    ? field.checked !== field.defaultChecked
    : field.type !== 'hidden' && field.value !== field.defaultValue

/** Somebody is in the middle of something here. */
function isInUse(part) {
  const fields = [...part.querySelectorAll('input, textarea')]
  return (
    part.querySelector('details[open]') !== null ||
    fields.some(isTouched) ||
    (part.contains(document.activeElement) && document.activeElement !== part)
  )
}

/** Ids of forms are new on every page; without them two answers may be the same. */
const bare = (part) => part.innerHTML.replace(/name="id" value="[^"]*"/g, '')

async function renew() {
  const answer = await ask(location.href)
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`)
    if (!next || bare(next) === bare(part)) continue
    if (isInUse(part)) {
      if (news) news.hidden = false
    } else part.replaceChildren(...next.childNodes)
  }
}

async function look() {
  if (document.hidden) return
  const answer = await ask('/office/pulse')
  if (!answer.ok) return
  const { pulse } = await answer.json()
  if (seen !== null && pulse !== seen) await renew()
  seen = pulse
}

if (document.querySelector('[data-live]')) {
  const again = () => look().catch(() => {})
  setInterval(again, EVERY_MS)
  document.addEventListener('visibilitychange', again)
  again()
}

// Opened from the sandbox, in this tab: the way back to where one was.
const sandbox = document.querySelector('[data-sandbox]')
const from = sessionStorage.getItem('sandbox')
if (sandbox && from !== null) {
  sandbox.href = `/${from}`
  sandbox.hidden = false
}
