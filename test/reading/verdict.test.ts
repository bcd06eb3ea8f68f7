import { describe, expect, it } from 'vitest'
import { mayBeAbout, readVerdict, type Verdict } from '../../src/reading/verdict.ts'

type Row = [text: string, verdict: Verdict, plain: boolean]

const ANSWERS: Row[] = [
  ['满意', 'good', true],
  ['满意👍', 'good', true],
  ['满意谢谢', 'good', true],
  ['满意得很', 'good', true],
  ['很满意，辛苦了', 'good', true],
  ['满意满意', 'good', true],
  ['👍', 'good', false],
  ['👍👍👍', 'good', false],
  ['[强]', 'good', false],
  ['好', 'good', false],
  ['好的', 'good', false],
  ['很好', 'good', false],
  ['可以', 'good', false],
  ['行', 'good', false],
  ['行呢', 'good', false],
  ['嗯', 'good', false],
  ['嗯嗯', 'good', false],
  ['ok', 'good', false],
  ['OK', 'good', false],
  ['美得很', 'good', false],
  ['攒劲得很', 'good', false],
  ['好得很', 'good', false],
  ['不错不错', 'good', false],
  ['挺好的，谢谢', 'good', false],
  ['好着哩', 'good', true],
  ['好着呢', 'good', true],
  ['这回好了', 'good', true],
  ['这下好了，谢谢支书', 'good', true],
  ['已经好了', 'good', true],
  ['修好了', 'good', true],
  ['修好了谢谢村上', 'good', true],
  ['昨晚就修好了', 'good', true],
  ['灯亮了', 'good', true],
  ['路灯亮了，谢谢大家', 'good', true],
  ['亮着呢', 'good', true],
  ['亮得很', 'good', true],
  ['来水了来水了', 'good', true],
  ['水大着哩', 'good', true],
  ['水来了', 'good', true],
  ['通了', 'good', true],
  ['网通了', 'good', true],
  ['垃圾清干净了', 'good', true],
  ['办好了，满意', 'good', true],
  ['修得很好', 'good', false],
  ['已修好', 'good', true],
  ['一切正常', 'good', false],
  ['问题解决了', 'good', false],
  ['一般', 'fair', true],
  ['一般吧', 'fair', true],
  ['一般吧，灯还是暗', 'fair', true],
  ['还行吧', 'fair', true],
  ['亮是亮了，就是有点暗', 'fair', true],
  ['修好了，不过慢得很', 'fair', true],
  ['水是来了，就是不大', 'fair', true],
  ['一般 情况下不会停电', 'fair', false],
  ['满意，就是慢了些', 'good', true],
  ['凑合', 'fair', true],
  ['还可以', 'fair', false],
  ['就那样吧', 'fair', false],
  ['差不多', 'fair', false],
  ['不算太好', 'fair', false],
  ['凑合着用', 'fair', false],
  ['不满意', 'poor', true],
  ['一点都不满意', 'poor', true],
  ['态度不好', 'poor', false],
  ['太慢了', 'poor', false],
  ['不太满意', 'poor', true],
  ['很不满意，等了半个月', 'poor', true],
  ['不咋样', 'poor', false],
  ['不怎么样', 'poor', false],
  ['差得很', 'poor', false],
  ['糊弄人', 'poor', false],
  ['问题没解决', 'again', false],
  ['跟以前一样', 'again', false],
  ['只修了一半', 'again', false],
  ['亮了一天又灭了', 'again', false],
  ['哪里修好了', 'again', false],
  ['漏得更厉害了', 'again', false],
  ['没好呢', 'again', false],
  ['没有', 'again', false],
  ['没呢', 'again', false],
  ['不行', 'again', false],
  ['白修了', 'again', false],
  ['又灭了', 'again', true],
  ['灯又不亮了', 'again', true],
  ['根本没修', 'again', true],
  ['压根没人来', 'again', true],
  ['骗人，没人来过', 'again', true],
  ['还是黑的', 'again', true],
  ['还是不亮', 'again', true],
  ['水还是小得很', 'again', true],
  ['还漏着呢', 'again', true],
  ['修好了，昨晚又灭了', 'again', true],
  ['还是没修，晚上没法走', 'again', true],
]

const NONE = [
  '谢谢',
  '辛苦了',
  '谢谢支书',
  '哦',
  '知道了',
  '收到',
  '好了没',
  '修好了吗',
  '修了没有',
  '咋还没修好',
  '啥时候修',
  '好了，大家散了吧',
  '好，下午我去看看',
  '一般都是晚上停水',
  '明天开会',
  '村东头一位孤老太太，饭都做不了，没人管',
  '我问问',
  '等我回去看',
  '灯亮不亮',
  '是谁修的',
  '三社的水渠又堵了一大截，浇不上地',
  '我家娃好了',
  '行，明天见',
  '今天天气好得很',
  '',
]

describe('the answer to 办好了吗', () => {
  it.each(ANSWERS)('%s is %s (plain: %s)', (text, verdict, plain) => {
    expect(readVerdict(text)).toMatchObject({ verdict, plain })
  })

  it.each(NONE)('%s answers nothing surely', (text) => {
    expect(readVerdict(text)).toBeNull()
  })

  it('keeps what is said beside it', () => {
    expect(readVerdict('一般吧，灯还是暗')?.note).toBe('灯还是暗')
    expect(readVerdict('骗人，没人来过')?.note).toBe('骗人，没人来过')
    expect(readVerdict('修好了，谢谢')?.note).toBe('')
  })
})

describe('what a few words are about', () => {
  it.each([
    ['来水了', '三社路口的路灯不亮了', false],
    ['来水了', '二社停水了', true],
    ['灯亮了', '三社路口的路灯不亮了', true],
    ['还是黑的', '村部门口的灯坏了', true],
    ['好着呢', '三社路口的路灯不亮了', true],
    ['路通了', '路灯不亮', false],
    ['又停电了', '三社路口的路灯不亮了', false],
    ['信号有了', '网络断了两天', true],
  ])('%s, of %s: %s', (words, matter, may) => {
    expect(mayBeAbout(words, matter)).toBe(may)
  })
})
