import { isCadre } from '../domain/people.ts'
import { clausesOf } from '../reading/doubts.ts'
import { Scan } from '../reading/scan.ts'
import type { FoundRef } from '../reading/ticket-ref.ts'
import type { Command, Scene } from './define-command.ts'
import { isMeant } from './meant.ts'
import { firstRef } from './number-apart.ts'
import type { Reading } from './reading.ts'
import { slotsIn } from './slots.ts'

const SIGNS_BEHIND = /[ ,，、。.;；:：!！?？]+$/u

/** What somebody ends a story with; 我去看了, 收到, 请登记 are part of it. */
const endsStory = ({ name, sort, ticket }: Command): boolean =>
  name === '办结' ||
  sort === 'wishes' ||
  sort === 'lets-go' ||
  (sort === 'looks' && ticket === 'none') ||
  (sort === 'answers' && ticket !== 'asked')

/**
 * 等不到钱，几个老板凑了点，路昨天修完了，2号办结: first the story, and what is wanted by itself in the clause with the number, or in the last
 * one. `read`: such a clause, as it would be read alone.
 */
export function readStory(
  text: string,
  scene: Scene,
  commands: readonly Command[],
  read: (clause: string) => Reading | null,
): Reading | null {
  const clauses = clausesOf(text)
  if (scene.inGroup || !isCadre(scene.person) || clauses.length < 2) return null
  const ref = firstRef(text, scene)
  const scan = new Scan(text, slotsIn(scene, commands))
  const ofNumber = clauses.filter((c) => ref !== null && ref.at >= c.at && ref.at < c.end)
  for (const { at, end } of [...clauses.slice(-1), ...ofNumber]) {
    const clause = text.slice(at, end).replace(SIGNS_BEHIND, '')
    const found = clause.length > 1 ? read(clause) : null
    if (!found || !isWanted(found, scene) || !(isNamed(found, clause) || isMeant(found.command, scan))) continue
    const story = withoutRef(text, ref, at, end)
    const rest = found.command.keeps === 'words' ? story : found.rest
    return { ...found, rest, ref: found.command.ticket === 'none' ? null : (found.ref ?? (ref ? { ...ref, rest: '' } : null)) }
  }
  return null
}

/** What is told besides: without the clause that orders it, and without the number. */
function withoutRef(text: string, ref: FoundRef | null, at: number, end: number): string {
  const kept = Array.from(text, (c, i) => ((i >= at && i < end) || (ref !== null && i >= ref.at && i < ref.end) ? '' : c))
  return kept
    .join('')
    .replace(/^[ ,，、。:：]+/u, '')
    .replace(SIGNS_BEHIND, '')
}

/** 办结 in so many words. */
const isNamed = ({ command, rest }: Reading, clause: string): boolean => rest === '' && clause.endsWith(command.name)

function isWanted({ command, rest, only }: Reading, scene: Scene): boolean {
  if (!endsStory(command) || only === 'newWork' || (rest !== '' && command.keeps === 'words')) return false
  // 给王芳施点压 hands nothing over.
  return command.move !== 'transfer' || scene.cadreAt(rest) === rest.length
}
