import { groupIn, toPerson } from '../domain/notice.ts'
import { readShared, withoutShared } from '../domain/shared.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { cannotRead } from '../wording/wecom.ts'

/** Shows what is told elsewhere: in a group a place or a film belongs to words, and waits for them as a photo does. */
const WAITS = ['位置', '视频']
/**
 * What was passed on without a word is no matter by itself, whatever its title says: 'taken' where it is done with, 'waits' where it
 * belongs to a report, null where somebody has said something. Films, files and cards go round in a group all day; only who sends
 * one to the bot alone is told that nobody can see it.
 */
export function takeShared(desk: Pick<Desk, 'notify'>, heard: Heard): Promise<'taken'> | 'taken' | 'waits' | null {
  const lines = heard.text
    .split('\n')
    .map(readShared)
    .filter((it) => it !== null)
  const [first] = lines
  if (!first || withoutShared(heard.text).trim() !== '') return null
  const inGroup = groupIn(heard.conversation) !== null
  if (WAITS.includes(first.kind) && (inGroup || first.kind === '位置')) return 'waits'
  return inGroup ? 'taken' : askForWords(desk, heard).then(() => 'taken' as const)
}

/** A title that was pasted with its address is talk as well. False where somebody has said something, or sent a photo with it. */
export function takeLink(desk: Pick<Desk, 'notify'>, heard: Heard): Promise<true> | boolean {
  if (heard.photos.length > 0 || heard.text.trim() === '' || withoutShared(heard.text).trim() !== '') return false
  return groupIn(heard.conversation) === null ? askForWords(desk, heard).then(() => true as const) : true
}

const askForWords = (desk: Pick<Desk, 'notify'>, { id, person }: Heard): Promise<unknown> =>
  desk.notify([{ key: `unread:${id}`, to: toPerson(person), ticket: null, occasion: 'unread', text: cannotRead, answer: true }])
