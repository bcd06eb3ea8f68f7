import { type Command, isAddressed, type Scene } from './define-command.ts'
import { refIn } from './ref-in.ts'
import { wordsAt } from './words-of.ts'

/** 嗯, 那, 麻烦你, 帮我, 我要: said before an order in haste or politeness; 请三天假 begins otherwise. */
const BEFORE =
  /^(?:(?:嗯+|哦+|噢|唉|哎|对了|好(?:的|嘞)?(?=[，, ])|那(?![个件边里])|请(?!个?假|[一二两三四五六七八九十\d半]+ ?天|下假)|麻烦(?:你|您)?(?:帮忙)?|麻烦了|报告一?下?|汇报一?下?|劳[烦驾]|帮忙|帮我|给我|能不能|可不可以|能否|都(?=[弄办修搞处])|你|我(?:想|要)(?!说|报|请))[，, ]*)+/u
/** 那个7号办完了. */
const POINTING = /^(?:(?:这|那)[个件]?|(?:查|看|问|打听)(?:一?下|问|看)?)(?=[#第【\d]|[一二三四五六七八九十]+[号件])/u
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
