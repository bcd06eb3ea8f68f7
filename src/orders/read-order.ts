import type { Command, Scene } from './define-command.ts'
import { plainer } from './plainer.ts'
import { readFrames } from './read-frames.ts'
import { readWords } from './read-words.ts'
import type { Reading } from './reading.ts'

const END = /[。.!！~～，,\s]+$/u
const LONGEST = 500
/** What is longer tells something, and is an order only by an order's word. */
const SENTENCE = 60

/** Pure: what is not an order is null, and so a message. */
export function readOrder(typed: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const text = typed.replace(END, '')
  if (text === '' || text.length > LONGEST) return null
  const forms = [text, ...plainer(text, scene, commands)]
  for (const form of forms) {
    // Of all that fits, what has the most fixed words.
    const word = readWords(form, scene, commands)
    const frame = form.length > SENTENCE ? null : readFrames(form, scene, commands, false)
    const found = word && word.fixed >= (frame?.fixed ?? 0) ? word : frame
    if (found) return found.reading
  }
  if (scene.inGroup || text.length > SENTENCE) return null
  for (const form of forms) {
    const found = readFrames(form, scene, commands, true)
    if (found) return found.reading
  }
  return null
}
