import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import type { Reading } from './read-order.ts'
import { wordsOf } from './words-of.ts'

const HOW = /^(?:请问)?(?:怎么|咋|咋样|如何|怎样|咋个)(?:能|去|样)?(\S{1,8}?)(?:给别人|一件|掉|呢|啊|呀|的)*[?？]*$/u
const USED = /^(\S{1,6}?)(?:要|该)?(?:怎么|咋|如何)(?:用|弄|说|写|办|操作|回|发)(?:呢|啊|的)*[?？]*$/u

/** 怎么延期, 挂账怎么弄: asks how to say it, where the bot is spoken to; answered with the command's own line. */
export function readHow(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const help = commands.find((c) => c.name === '帮助')
  const asked = HOW.exec(text)?.[1] ?? USED.exec(text)?.[1]
  if (!help || !asked || !isAddressed(scene)) return null
  const found = wordsOf(commands).find(
    ({ command, word, kind }) =>
      kind === 'sure' && word === asked && command.ticket !== 'asked' && !command.unlisted && isFor(command.for, scene.person),
  )
  return found ? { command: help, ref: null, rest: found.command.name } : null
}
