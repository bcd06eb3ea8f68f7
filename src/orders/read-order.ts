import { isQuestionAtEnd } from '../reading/doubts.ts'
import { withoutTail } from '../reading/marks.ts'
import { Scan } from '../reading/scan.ts'
import { severalIn } from '../reading/several.ts'
import { isOnlyThanks } from '../reading/thanks.ts'
import type { Command, Scene } from './define-command.ts'
import { inTheEnd } from './in-the-end.ts'
import { lastLook } from './last-look.ts'
import { isMeant } from './meant.ts'
import { asMeant } from './misheard.ts'
import { digitsApart } from './number-apart.ts'
import { plainer } from './plainer.ts'
import { readEach } from './read-each.ts'
import { readFrames } from './read-frames.ts'
import { readStory } from './read-story.ts'
import { readWithin, type Within } from './read-within.ts'
import { readWords } from './read-words.ts'
import type { Reading } from './reading.ts'
import { slotsIn } from './slots.ts'
import { standsOver } from './weigh-signs.ts'

const LONGEST = 500
/** What is longer tells something, and is an order only by an order's word. */
const SENTENCE = 80

/** Pure: what is not an order is null, and so a message. Thanks end no matter. */
export function readOrder(typed: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const read = readAny(typed, scene, commands)
  return read?.command.name === '办结' && isOnlyThanks(typed) ? null : read
}

function readAny(typed: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const read = readOne(typed, scene, commands)
  if (read !== null && !isOfOne(read.command)) return read
  return ofSeveral(typed, scene, commands) ?? read
}

function ofSeveral(typed: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const ofOne = (text: string): Reading | null => {
    const read = readOne(text, scene, commands)
    return read?.ref && isOfOne(read.command) ? read : null
  }
  const run = severalIn(typed, scene.shorts)
  const first = run && ofOne(run.text)
  return first ? { ...first, also: run.others.map((ref) => ({ ...first, ref })) } : readEach(typed, scene, ofOne)
}

/** 合并 and 拆分 speak of two numbers themselves. */
const isOfOne = ({ ticket, move }: Command): boolean => (ticket === 'mine' || ticket === 'named') && move !== 'merge'

function readOne(typed: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const bare = withoutTail(typed)
  const said = scene.inGroup ? bare : digitsApart(asMeant(bare, scene.shorts))
  const text = scene.inGroup || said.length > SENTENCE ? said : inTheEnd(said, scene, commands)
  if (text === '' || text.length > LONGEST) return null
  const forms = [text, ...plainer(text, scene, commands)]
  const stands = ({ command }: Reading): boolean =>
    (text.startsWith(command.name) && !isQuestionAtEnd(text)) || isMeant(command, new Scan(text, slotsIn(scene, commands)))
  const whole = first(forms, (form) => asWhole(form, scene, commands), stands)
  if (scene.inGroup || text.length > SENTENCE || (whole && text.startsWith(whole.command.name))) return whole
  const within = readWithin(text, scene, commands, whole)
  const story = storyWith(text, within, scene, commands)
  if (story) return story
  if (within.reading ? !isOfHand(within.reading) : within.likely.length > 0) return within.reading
  // What fits the line from end to end is surer than what only stands in it.
  const loose = first(forms, (form) => readFrames(form, scene, commands, true)?.reading ?? null, stands)
  const found = within.reading && (loose?.command !== within.reading.command || loose.only === 'named') ? within.reading : loose
  return found ?? lastLook(text, scene, commands)
}

/** What a story ends with: surer than what stands anywhere in it, but for what that outweighs. */
function storyWith(text: string, { reading }: Within, scene: Scene, commands: readonly Command[]): Reading | null {
  if (reading?.command.name === '撤销') return reading
  const named = readStory(text, scene, commands, (clause) => readWords(clause, scene, commands)?.reading ?? null)
  if (named && !(reading && standsOver(reading.command, named.command))) return named
  return reading && reading.only !== 'named' ? null : readStory(text, scene, commands, (clause) => asClause(clause, scene, commands))
}

const isOfHand = ({ only }: Reading): boolean => only === 'work' || only === 'named'

function first(forms: readonly string[], read: (form: string) => Reading | null, stands: (found: Reading) => boolean): Reading | null {
  for (const form of forms) {
    const found = read(form)
    if (found && stands(found)) return found
  }
  return null
}

const asClause = (clause: string, scene: Scene, commands: readonly Command[]): Reading | null =>
  first(
    [clause, ...plainer(clause, scene, commands)],
    (form) => asWhole(form, scene, commands),
    () => true,
  )

/** Of all that fits the line from end to end, what has the most fixed words. */
function asWhole(form: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const word = readWords(form, scene, commands)
  const frame = form.length > SENTENCE ? null : readFrames(form, scene, commands, false)
  const found = word && word.fixed >= (frame?.fixed ?? 0) ? word : frame
  return found?.reading ?? null
}
