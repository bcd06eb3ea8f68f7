// Makes a paper without leaving the page: says for how long it has been made, then hands over the file. Without this script
// the form leads to a page that waits.
const sayings = document.getElementById('sayings').dataset

for (const form of document.querySelectorAll('form[data-paper]'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    make(form)
  })

async function make(form) {
  const place = form.parentElement.querySelector('.making')
  const button = form.querySelector('button')
  const line = Object.assign(document.createElement('p'), { textContent: sayings.seconds })
  const bar = document.createElement('progress')
  bar.setAttribute('aria-hidden', 'true')
  place.replaceChildren(line, bar)
  button.disabled = true
  const began = Date.now()
  const ticking = setInterval(() => {
    line.textContent = sayings.seconds.replace('0', String(Math.round((Date.now() - began) / 1000)))
  }, 1000)
  try {
    place.replaceChildren(said(await take(`${form.dataset.paper}?${new URLSearchParams(new FormData(form))}`)))
  } catch {
    place.replaceChildren(said({ wrong: sayings.again }))
  } finally {
    clearInterval(ticking)
    button.disabled = false
  }
}

/** The file goes to the browser's downloads; a refusal is a page of ours, and its sentence is read out of it. */
async function take(address) {
  const answer = await fetch(address)
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  if (!answer.ok || !name) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return { wrong: page.querySelector('.wrong')?.textContent ?? sayings.again }
  }
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(await answer.blob()),
    download: decodeURIComponent(name),
  })
  link.click()
  return { well: sayings.ready }
}

const said = ({ well, wrong }) =>
  Object.assign(document.createElement('p'), { className: wrong ? 'wrong' : 'said', textContent: wrong ?? well })
