import type { Command } from './define-command.ts'

/** Whether a word is an order wherever it is typed, or only where the bot is spoken to, or after a matter was told. */
export interface Word {
  command: Command
  word: string
  kind: 'sure' | 'spoken' | 'afterTelling' | 'numbered'
}

const remembered = new WeakMap<readonly Command[], readonly Word[]>()

/** The longest word first; 好了 is rather 办结 than 满意 in the mouth of those who may say both. */
export function wordsOf(commands: readonly Command[]): readonly Word[] {
  const known = remembered.get(commands)
  if (known) return known
  const isAsked = ({ command }: Word) => Number(command.ticket === 'asked')
  const words = commands.flatMap((command) => [
    ...[command.name, ...command.also].map((word): Word => ({ command, word, kind: 'sure' })),
    ...(command.spoken ?? []).map((word): Word => ({ command, word, kind: 'spoken' })),
    ...(command.afterTelling ?? []).map((word): Word => ({ command, word, kind: 'afterTelling' })),
    ...(command.numbered ?? []).map((word): Word => ({ command, word, kind: 'numbered' })),
  ])
  words.sort((a, b) => b.word.length - a.word.length || isAsked(a) - isAsked(b))
  remembered.set(commands, words)
  return words
}
