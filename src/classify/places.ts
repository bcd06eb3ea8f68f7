import { wordsBeside } from '../reading/named-words.ts'

const said = wordsBeside(import.meta.url, 'places')

const COUNT = '[一二三四五六七八九十两0-9]{1,3}'
const SPOT = '(?:口子?|头|边上?|门口|门前|旁边?|跟前|对面|前面|后面|背后|后头|上头|下面|底下|拐弯处?|转弯处?)'
const THING =
  '(?:大桥|小桥|石桥|便民桥|桥|学校|小学|幼儿园|卫生室|卫生院|村委会|村部|广场|文化广场|戏台|小卖部|超市|路口|岔路|丁字路|河堤|河|沟|水渠|水塔|水库|水井|蓄水池|变压器|垃圾(?:池|台|点|箱|房)|庙|祠堂|公路|国道|巷子?|村|庄|磨坊|加油站|派出所|市场|车站|公厕|厂|后山(?!墙)|山(?!墙)|坡|坟|地)'
const SURNAME = '[王李张刘陈杨赵黄周吴徐孙胡朱郭罗宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛阎潘杜戴汪任姜范梁崔]'

const FORMS: readonly RegExp[] = [
  new RegExp(`(?:第)?${COUNT}(?:社|组|队|小组|号院|号楼|片区)`, 'gu'),
  new RegExp(`${THING}${SPOT}`, 'gu'),
  new RegExp(`老?${SURNAME}(?:家|[\\p{Script=Han}]{0,2}家)(?:${SPOT}|院子?|地里?)`, 'gu'),
  /(?:我家|我们家|家|大)?(?:门口|门前|房背后|房后|屋后|屋前|窗(?:户)?(?:下|外|根))/gu,
  said('beside', 'anywhere', 'gu'),
  /[省县乡国]道\s?[A-Za-z]?\d+|(?:(?![在的到从把了我你他有是进条这那个往去])\p{Script=Han}){2}(?:沟|湾|坪|坝|梁|塬|岭|坡|庙|寨|庄)(?=口|里|上|的|村|社|头|边|那)/gu,
]

const MOST = 6

/** Where a report says it is, as typed and in the order of telling; 三社 and 路口 side by side are one place. */
export function placesIn(text: string, names: readonly string[]): string[] {
  const line = text.replaceAll('\n', ' ')
  const found: { from: number; to: number }[] = []
  for (const name of names) {
    if (name.length < 2) continue
    const from = line.indexOf(name)
    if (from >= 0) found.push({ from, to: from + name.length })
  }
  for (const form of FORMS) for (const m of line.matchAll(form)) found.push({ from: m.index, to: m.index + m[0].length })
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of found) {
    const last = joined.at(-1)
    const gap = last ? line.slice(last.to, from) : null
    if (last && (from <= last.to || gap === '的')) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return [...new Set(joined.map(({ from, to }) => line.slice(from, to)))].slice(0, MOST)
}
