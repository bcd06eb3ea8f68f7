import { useEffect, useRef } from '/assets/vendor/htm-preact.js'

const isSeen = (element) => element.getClientRects().length > 0

/** When what had the focus is gone, the heading of what has come instead takes it: the matter's, else the conversation's. */
export function useArrival(where) {
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    const had = document.activeElement
    if (had && had !== document.body && isSeen(had)) return
    const headings = ['side', 'chat', 'welcome'].map((name) => document.querySelector(`[data-arrival="${name}"]`))
    headings.find((heading) => heading && isSeen(heading))?.focus({ preventScroll: true })
  }, [where])
}
