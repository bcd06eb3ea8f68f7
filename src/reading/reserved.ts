import type { Reserved } from '../measures/assemblies/facts.ts'

/** How people speak of what 《村民委员会组织法》 art. 24 leaves to the villagers' assembly, an item a row, in the article's order. */
// biome-ignore format: a table
const ROWS: readonly (readonly [item: Reserved, says: RegExp])[] = [
  ['allowances', /误工(?:补贴|费|补助)|补贴(?:人员|标准)/u],
  ['collectiveIncome', /集体(?:经济)?(?:收入|收益|资金|的钱|积累)|分红|光伏(?:收入|收益)/u],
  ['publicWorks', /筹资|筹劳|集资|出工|出义务工|一事一议|摊(?:钱|工)|(?:修|建|打|铺|硬化|架)(?:一?[条座口个])?.{0,6}(?:路|渠|桥|井|水塔|广场|文化室|公厕|堤|管网|路灯)/u],
  ['landContracts', /(?:土地|耕地|承包地|机动地|林地|果园|鱼塘).{0,4}(?:承包|发包|流转|调整|分)|承包(?:方案|费|合同)|调地|分地/u],
  ['collectiveProjects', /集体(?:经济)?(?:项目|产业|合作社|企业)|合作社(?:立项|承包)|(?:扶贫|产业)项目/u],
  ['housePlots', /宅基地|庄基|院基|批地基/u],
  ['compensation', /征地|征收|占地补偿|补偿(?:款|费)/u],
  ['disposal', /(?:卖|出售|租|出租|抵押|借|贷|处理|处置).{0,6}(?:集体|村里|村上|老学校|旧村部|库房|机井|林木|树)|集体(?:资产|财产|房)/u],
]

/** Which of the reserved matters an item on an agenda is, or null. */
export const reservedIn = (text: string): Reserved | null => ROWS.find(([, says]) => says.test(text))?.[0] ?? null
