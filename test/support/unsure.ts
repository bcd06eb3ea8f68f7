import { createClassifier } from '../../src/classify/classify.ts'
import { worthAsking } from '../../src/domain/second-opinion.ts'
import { ALONE, type Talk } from '../../src/domain/talk.ts'
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
  '那个灯红红的',
  '沟里的水不走了',
  '桥那达走着有点悬',
  '墙根里又潮了',
  '龙头里滴答滴答',
  '路上全是泥',
  '那堆沙还在路边',
  '卫生室的门又锁着',
  '井边那个盖子不见了',
  '线好像耷拉下来了',
  '电压又上不去了',
  '河边那段有点悬',
  '狗又在路上追娃',
  '广场的灯一闪一闪',
]

/** What the local reader of this day is not sure of: the clerk is asked. Which ones they are may change with every training. */
export function unsureSentences(talk: Talk = ALONE): string[] {
  const { judge } = createClassifier({ duties: sampleDuties, places: [] })
  return PERHAPS.filter((text) => {
    const { danger, outcome } = judge(text, talk)
    return danger === null && outcome === 'list'
  })
}

export function unsureSentence(talk: Talk = ALONE): string {
  const [found] = unsureSentences(talk)
  if (found === undefined) throw new Error('the reader is sure of all of them: add vaguer ones')
  return found
}

const PERHAPS_OPEN = [
  '公用的磨面机坏了没人修',
  '村口的石磨叫人拉走了没人管',
  '村口那棵老树枯了没人管',
  '场院里的碾子没人管 倒了',
  '村口的老井没人管了',
  '庄里的小卖部卖过期的东西没人管',
  '村里的公章没人管',
  '村里的红白理事会没人管事',
  '庄里的路叫拉砖的车压坏了 谁赔',
  '地头的路叫人挖断了',
  '村口的石碑裂了没人管',
  '池塘里的鱼死了一片没人管',
]

/** What the reader of this day would open and is not sure which matter it is: with a model behind it, it waits for its word. */
export function unsureAndOpen(): string[] {
  const { judge } = createClassifier({ duties: sampleDuties, places: [] })
  return PERHAPS_OPEN.filter((text) => {
    const judgement = judge(text)
    return judgement.outcome === 'open' && !judgement.hazard && worthAsking(judgement, 'unsure')
  })
}
