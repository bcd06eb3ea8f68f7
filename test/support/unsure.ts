import { createClassifier } from '../../src/classify/classify.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

const PERHAPS = [
  '电压好像低',
  '河边是不是有味道',
  '二社那边灯咋样',
  '这路也就这样了',
  '卫生室今天开着吗',
  '广场上好像少个啥',
  '水好像又小了',
  '那个井还在用吗',
  '班车今天咋没看见',
  '公厕那边谁管',
  '学校门口人太多',
  '垃圾桶满了吧',
]

/** A sentence that the local reader of this day is not sure of: the clerk is asked. Which one it is may change with every training. */
export function unsureSentence(): string {
  const { judge } = createClassifier({ duties: sampleDuties, places: [] })
  const found = PERHAPS.find((text) => {
    const { matter, danger } = judge(text)
    return danger === null && matter >= defaultSettings.askAt + 0.03 && matter < defaultSettings.openAt - 0.03
  })
  if (found === undefined) throw new Error('the reader is sure of all of them: add vaguer ones')
  return found
}
