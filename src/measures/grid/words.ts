import type { Card } from '../../domain/picture.ts'

export const gridSheet = '网格'
export const gridColumns = ['序号', '村', '社', '十户联防', '网格员', '户数（名册）'] as const

export interface HeartCard {
  place: string
  keeper: string | null
  phone: string | null
  secretary: string | null
  duty: string | null
  dutyPhone: string | null
}

/** 连心卡, one-to-one: who is there for this household. */
export const heartCard = (c: HeartCard): string =>
  [
    c.keeper
      ? `您家在${c.place}，网格员是${c.keeper}${c.phone ? `，电话${c.phone}` : ''}。`
      : `您家在${c.place}，还没有定网格员，有事找村支书。`,
    `村支书${c.secretary ?? '还没定'}。有事直接讲给我也行。`,
  ].join('')

export const heartPicture = (c: HeartCard): Card => ({
  kind: 'card',
  heading: `连心卡  ${c.place}`,
  name: c.keeper ?? c.secretary ?? '镇值班',
  lines: [
    c.keeper ? `您家的网格员${c.phone ? `，电话${c.phone}` : ''}` : '有事找村支书',
    ...(c.secretary ? [`村支书 ${c.secretary}`] : []),
    ...(c.duty ? [`镇值班 ${c.duty}${c.dutyPhone ? `，电话${c.dutyPhone}` : ''}`] : []),
    '火警119  急救120  报警110',
  ],
  foot: '有事在群里说一声，不用格式',
})

export const whichShe = '不知道您家在哪个社。回“连心卡 三社”这样就能看到。'

export interface PlaceNow {
  place: string
  she: number
  ten: number
  keepers: number
  households: number
  people: number
  live: number
  overdue: number
  waiting: number
}

const some = (parts: readonly string[]): string => parts.filter((p) => p !== '').join('、')
const stateOf = (p: PlaceNow): string =>
  p.live + p.waiting === 0
    ? '现在没有在办的事'
    : `在办${p.live}件${p.overdue > 0 ? `，其中超期${p.overdue}件` : ''}${p.waiting > 0 ? `，挂账${p.waiting}件` : ''}`

/** What lies in a cadre's grid. */
export const placeNow = (p: PlaceNow): string => {
  const size = some([p.she > 0 ? `${p.she}个社` : '', p.ten > 0 ? `${p.ten}个十户联防` : '', p.keepers > 0 ? `${p.keepers}名网格员` : ''])
  return `${p.place}：${size ? `${size}，` : ''}名册上${p.households}户${p.people}人，${stateOf(p)}。`
}
export const inMyHands = (n: number): string => (n > 0 ? `您手上${n}件，回“待办”看。` : '您手上没有要办的。')
export const myHouseholds = (names: readonly string[], all: number): string =>
  names.length === 0 ? '' : `住户：${names.join('、')}${all > names.length ? `等${all}户` : ''}。`
export const noGrid = '名册上还没有您管的网格。'

const NAMED = 12
const firstOf = (names: readonly string[]): string =>
  `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? `等${names.length}人` : ''}`

/** 网格 三社, for anyone: names, never telephones. */
export const whoKeeps = (place: string, keepers: readonly string[], secretary: string | null): string =>
  `${place}的网格员：${keepers.length > 0 ? firstOf(keepers) : '还没有定'}。村支书：${secretary ?? '还没有定'}。`
export const noSuchPlace = (words: string): string => `没有找到“${words}”这个地方。可以说“网格 三社”或“网格 坪头村三社”。`

export const handed = {
  keeperReason: (place: string): string => `换网格员：${place}`,
  homeReason: (place: string): string => `划转：${place}`,
  how: '请这样写：“换网格员 三社2联户 张三”，一个社全换写“换网格员 三社 张三”；住户划走写“划转 周德福家 三社2联户”。',
  notYours: '这个地方不在您管的村里。',
  noKeeperThere: (place: string): string => `${place}还没有网格员，请换一个联户，或先“换网格员 ${place} 姓名”。`,
  already: (place: string, name: string): string => `${place}本来就是${name}管。`,
  done: (place: string, name: string, moved: number): string =>
    `${place}的网格员现在是${name}。${moved > 0 ? `在办的${moved}件转给${name}，时间不变。` : ''}`,
  toNew: (place: string, labels: readonly string[]): string =>
    `${place}现在由您当网格员。${labels.length > 0 ? `在办的${labels.length}件转给您：${labels.slice(0, 5).join('、')}${labels.length > 5 ? '等' : ''}。回“待办”看。` : ''}`,
  toOld: (place: string, name: string, moved: number): string =>
    `${place}的网格员换成${name}了${moved > 0 ? `，您手上的${moved}件转过去了` : ''}。辛苦了。`,
  toHousehold: (name: string, phone: string | null): string =>
    `您家的网格员现在是${name}${phone ? `，电话${phone}` : ''}。回“连心卡”可以存一张。`,
  inGroup: (place: string, name: string): string => `${place}的网格员现在是${name}，有事可以找他，也可以在群里说。`,
  household: (head: string, place: string, keeper: string, moved: number): string =>
    `${head}家划到${place}了，网格员是${keeper}。${moved > 0 ? `在办的${moved}件也转过去。` : ''}`,
  householdCame: (head: string, place: string, labels: readonly string[]): string =>
    `${head}家划到${place}，由您负责了。${labels.length > 0 ? `在办的${labels.length}件转给您：${labels.join('、')}。` : ''}`,
  householdWent: (head: string, place: string, keeper: string): string => `${head}家划到${place}了，以后由${keeper}负责。`,
  noHousehold: (name: string): string => `名册上没有找到${name || '这一'}家，请写户主全名。`,
} as const
