// The screen looks again every twenty seconds and takes over what has changed, without a flicker. While the server is away it
// goes on showing what it knows, paler.
const EVERY_MS = 20_000

async function look() {
  const answer = await fetch(location.href, { cache: 'no-store' })
  if (answer.status === 404) return location.reload()
  if (!answer.ok) throw new Error(String(answer.status))
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
  const main = document.querySelector('main')
  if (!fresh || !main) return
  for (const [i, part] of [...main.children].entries()) {
    const next = fresh.children[i]
    if (next && next.innerHTML !== part.innerHTML) part.replaceWith(next.cloneNode(true))
  }
}

const again = () =>
  look().then(
    () => document.body.classList.remove('away'),
    () => document.body.classList.add('away'),
  )
setInterval(again, EVERY_MS)
