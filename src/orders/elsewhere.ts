/** Where to go instead, by what the reason speaks of; the first that fits. Service numbers count only as whole numbers. */
const ELSEWHERE: readonly (readonly [words: RegExp, where: string])[] = [
  [/派出所|公安|报警|报案|案件|打架|偷|诈骗/u, '派出所（110）'],
  [/法院|起诉|打官司|官司|判决|诉讼/u, '县法院立案庭'],
  [/信访|上访/u, '镇信访接待室'],
  [/供电|电力|电费|电网|停电/u, '供电所（95598）'],
  [/仲裁|劳动|欠薪|工资|讨薪/u, '县劳动监察（12333）'],
  [/移动|联通|电信|宽带|网络/u, '运营商客服'],
  [/消费|假货|退货|价格|(?<!\d)12315(?!\d)/u, '市场监管所（12315）'],
  [/医保|社保/u, '镇便民服务大厅'],
  [/公路|国道|省道|交警/u, '公路段或交警队（122）'],
  [/法律|律师/u, '法律援助（12348）'],
  [/(?<!\d)12345(?!\d)|热线/u, '12345热线'],
]

export const placeElsewhere = (reason: string): string => ELSEWHERE.find(([words]) => words.test(reason))?.[1] ?? ''
