/**
 * What is asked for in the same turn of the loop, or while something is under way, goes together, at most `most` at a time. `run` answers
 * each in its order; where it throws, or answers fewer, each of them fails: nobody waits for ever.
 */
export function inBatches<T, R>(most: number, run: (asked: T[]) => Promise<readonly R[]>): (asked: T) => Promise<R> {
  let waiting: { asked: T; done(answer: R): void; failed(fault: unknown): void }[] = []
  let running = false

  const work = async () => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      try {
        const answers = await run(batch.map((b) => b.asked))
        if (answers.length !== batch.length) throw new Error(`${batch.length} asked, ${answers.length} answered`)
        for (const [i, answer] of answers.entries()) batch[i]?.done(answer)
      } catch (fault) {
        for (const b of batch) b.failed(fault)
      }
    }
    running = false
  }

  return (asked) =>
    new Promise((done, failed) => {
      waiting.push({ asked, done, failed })
      if (running) return
      running = true
      setImmediate(work)
    })
}
