import { intents, type WordKind } from '../reading/intents.ts'
import type { Command } from './define-command.ts'

/** Whether a word is an order wherever it is typed, or only where the bot is spoken to, or after a matter was told. */
export interface Word {
  command: Command
  word: string
  kind: WordKind
}

const SURENESS = ['sure', 'told', 'spoken', 'numbered']
const remembered = new WeakMap<readonly Command[], { all: readonly Word[]; byFirst: ReadonlyMap<string, readonly Word[]> }>()

/** @throws where the phrases cannot be read, or are of an order that is not there. */
export function checkPhrases(commands: readonly Command[]): void {
  const names = new Set<string>(commands.map((c) => c.name))
  for (const { order, where } of intents().named) if (!names.has(order)) throw new Error(`${where}: 没有命令“${order}”`)
}

function remember(commands: readonly Command[]) {
  const isAsked = ({ command }: Word) => Number(command.ticket === 'asked')
  const said = Map.groupBy(intents().phrases, (p) => p.order)
  const surest = (words: readonly Word[]): Word[] => {
    const sorted = words.toSorted((a, b) => SURENESS.indexOf(b.kind) - SURENESS.indexOf(a.kind))
    return [...new Map(sorted.map((w) => [w.word, w])).values()]
  }
  const all = commands.flatMap((command) =>
    surest([
      ...(said.get(command.name) ?? []).map(({ word, kind }): Word => ({ command, word, kind })),
      ...[command.name, ...(command.also ?? [])].map((word): Word => ({ command, word, kind: 'sure' })),
    ]),
  )
  all.sort((a, b) => b.word.length - a.word.length || isAsked(a) - isAsked(b))
  return { all, byFirst: Map.groupBy(all, (w) => w.word.slice(0, 1)) }
}

/** The longest word first; 好了 is rather 办结 than 满意 in the mouth of those who may say both. */
export function wordsOf(commands: readonly Command[]): readonly Word[] {
  const known = remembered.get(commands) ?? remember(commands)
  remembered.set(commands, known)
  return known.all
}

/** Those that a text begins with, the longest first. */
export function wordsAt(text: string, commands: readonly Command[]): readonly Word[] {
  wordsOf(commands)
  return (remembered.get(commands)?.byFirst.get(text.slice(0, 1)) ?? []).filter((w) => text.startsWith(w.word))
}
