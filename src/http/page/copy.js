// Copies what stands in a field. Without this script it is selected and copied by hand.
for (const button of document.querySelectorAll('[data-copies]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copies)
    field.select()
    // By an address without https a browser hands out no clipboard; the old way asks none for it.
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value).catch(() => document.execCommand('copy'))
    else document.execCommand('copy')
    button.parentElement.querySelector('[role=status]').textContent = button.dataset.done
  })
}
