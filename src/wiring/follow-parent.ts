const LOOK_MS = 500

/**
 * Calls back once when the process that started this one is gone. npm runs a script through a shell, and a shell that is told
 * to end does not pass that on: without a look at the parent the program would live on as nobody's. On Windows a child
 * keeps its parent's number for ever, and nothing is called.
 */
export function followParent(gone: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    gone()
  }, LOOK_MS)
  timer.unref()
}
