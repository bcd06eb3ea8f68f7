import { wordsBeside } from '../reading/named-words.ts'
import { type Command, isAddressed, type Scene } from './define-command.ts'
import { refIn } from './ref-in.ts'
import { wordsAt } from './words-of.ts'

const said = wordsBeside(import.meta.url, 'plainer')

/** 嗯, 那, 麻烦你, 帮我, 我要: said before an order in haste or politeness; 请三天假 begins otherwise. */
const BEFORE = said('before')
/** 那个7号办完了. */
const POINTING = said('pointing')
const PARTICLES = /[吧啊呀哈呗哦咯嘛]+$/u

/** 接一下7号, 撤销掉: the word first, what softens it away. */
function withoutSoftener(text: string, commands: readonly Command[]): string {
  const word = wordsAt(text, commands).find((w) => w.kind !== 'told' && w.word.length <= 3)?.word
  const soft = word && /^(?:一下子?|一哈)[，, ]*/u.exec(text.slice(word.length))
  return word && soft ? `${word} ${text.slice(word.length + soft[0].length)}`.trim() : text
}

/**
 * The same order without what people wrap around it, one step barer each time. Among many people only what names a number
 * of ours is undressed: anything else stays what was typed.
 */
export function plainer(typed: string, scene: Scene, commands: readonly Command[]): string[] {
  const addressed = isAddressed(scene)
  const steps = [
    (text: string) => text.replace(BEFORE, '').replace(POINTING, ''),
    (text: string) => withoutSoftener(text, commands),
    (text: string) => text.replace(/[啦喽]/gu, '了'),
    (text: string) => text.replace(PARTICLES, ''),
  ]
  const forms: string[] = []
  let text = typed
  for (const step of steps) {
    const next = step(text).trim()
    if (next !== text && next !== '' && (addressed || refIn(next.replace(/^\D{1,4}/u, ''), scene.shorts) || refIn(next, scene.shorts)))
      forms.push(next)
    text = next
  }
  return forms
}
