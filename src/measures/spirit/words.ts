import type { Occasion, SpiritText } from './facts.ts'

export const occasionWords: Record<Occasion, { name: string; also: readonly string[] }> = {
  any: { name: '平常', also: ['随时'] },
  newYear: { name: '春节', also: ['过年'] },
  spring: { name: '春耕', also: ['春播', '农忙'] },
  partyDay: { name: '七一', also: ['党的生日'] },
  flood: { name: '防汛', also: ['汛期'] },
  harvest: { name: '秋收', also: ['丰收'] },
  elders: { name: '重阳', also: ['敬老'] },
  nationalDay: { name: '国庆', also: [] },
  winter: { name: '冬闲', also: ['冬天'] },
}

/** The library a township begins with: the five of 鸡峰精神 in short words of ours, and a few for the year. Leaders change it in chat. */
export const seedTexts: readonly (readonly [occasion: Occasion, text: string])[] = [
  ['any', '守得住大山，耐得住辛苦，一天一天把日子过实在。'],
  ['any', '该担的事往前站一步，路就有人走了。'],
  ['any', '多帮一把，少算一点，一村人就近了。'],
  ['any', '坡陡也上，雨大也走，走着走着就到了高处。'],
  ['any', '脚踩在地里，眼睛往远处看，老地方也能出新办法。'],
  ['newYear', '在外的人都回来了，有话坐下说，有结借着过年解开。'],
  ['spring', '一年的收成在春天，地不等人，人也不误地。'],
  ['partyDay', '党员走在前头，大家跟得踏实。'],
  ['harvest', '收到家里的才算粮食，一家忙不过来，两家搭把手。'],
  ['elders', '老人在，家就在，常回去坐一坐。'],
  ['winter', '天冷地闲，正好把邻里的话说开，把明年的事想好。'],
]

const line = (t: SpiritText): string =>
  `${t.number} ${occasionWords[t.occasion].name}${t.status === 'stopped' ? '（停用）' : ''}：${t.text}`
export const library = (texts: readonly SpiritText[], everyDays: number | null): string =>
  [plan(everyDays), ...texts.map(line), '可以说“精神 添 春耕 …”“精神 改 3 …”“精神 停 3”“精神 计划 每两周”。'].join('\n')
export const plan = (everyDays: number | null): string =>
  everyDays === null ? '精神短句：停着，不发。要发回“精神 计划 每两周”。' : `精神短句：每个群${everyDays}天一句，有坏消息的日子不发。`

export const added = (t: SpiritText): string => `记下了，第${t.number}句：${t.text}`
export const changed = (t: SpiritText): string => `第${t.number}句改成：${t.text}`
export const stopped = (t: SpiritText): string => `第${t.number}句停用了。`
export const resumed = (t: SpiritText): string => `第${t.number}句又用起来了。`
export const noSuch = (n: number): string => `没有第${n}句。回“精神”看全部。`
export const tooLong = (most: number): string => `太长了，最多${most}个字，短一些大家才看。`
export const whatText = '要添哪一句？写一句就行，前面可以加上时候，比如“春耕”。'
export const leastDays = (days: number): string => `一个群一周最多一句，已定成每${days}天。`
export const howPlan = '请写“精神 计划 每两周”“精神 计划 每10天”或“精神 计划 停”。'
export const monthLine = (posts: number, groups: number): string => `精神短句：发了${posts}句，${groups}个群`

export const spiritSheet = { sheet: '精神短句', columns: ['序号', '时候', '内容', '状态', '写入日期'] } as const
export const stateWords = { inUse: '在用', stopped: '停用' } as const

// Its pages.
export const nth = (n: number): string => `第${n}句`
export const occasionField = '什么时候说'
export const eventWords: Readonly<Record<string, string>> = { added: '写下', changed: '改过' }
