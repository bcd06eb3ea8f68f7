/** Numbers of nobody in every spelling, and innocent texts full of figures; the same from the same seed. */
const spelled = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const readOut = ['洞', '幺', '二', '三', '四', '五', '六', '拐', '八', '九']
const full = '０１２３４５６７８９'

function dice(seed: number): { int(n: number): number; of<T>(list: readonly [T, ...T[]]): T; digits(n: number): string } {
  let state = seed * 2654435761 + 1
  const next = () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
  const int = (n: number) => Math.floor(next() * n)
  return { int, of: (list) => list[int(list.length)] ?? list[0], digits: (n) => Array.from({ length: n }, () => int(10)).join('') }
}

function paper(d: ReturnType<typeof dice>): string {
  const day = new Date(Date.UTC(1930 + d.int(90), d.int(12), 1 + d.int(28))).toISOString().slice(0, 10).replaceAll('-', '')
  const body = `${d.of(['620102', '622621', '510107', '110105', '330106', '654001'])}${day}${d.digits(3)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return body + ('10X98765432'[weights.reduce((n, w, i) => n + w * Number(body[i]), 0) % 11] ?? '')
}

function card(d: ReturnType<typeof dice>): string {
  const body = `${d.of(['622848', '621700', '622202', '621799', '625965', '436742'])}${d.digits(d.of([9, 12]))}`
  const sum = [...`${body}0`]
    .reverse()
    .reduce((n, c, i) => n + (i % 2 === 0 ? Number(c) : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(c)] ?? 0)), 0)
  return body + String((10 - (sum % 10)) % 10)
}

const groups = (digits: string, sizes: readonly number[]): string[] => {
  let at = 0
  return sizes.map((n) => {
    at += n
    return digits.slice(at - n, at)
  })
}

export function someNumbers(count: number, seed: number): { text: string; digits: string }[] {
  const d = dice(seed)
  const before = ['', '电话', '我的号', '打', '联系他：', '身份证', '卡号', '老王 ', '请记一下 ', '手机是'] as const
  const behind = ['', '，快点', ' 谢谢', '。', '打不通', '是他的'] as const
  return Array.from({ length: count }, () => {
    const kind = d.int(8)
    if (kind === 6) {
      const digits = paper(d)
      const [a = '', b = '', c = ''] = groups(digits, [6, 8, 4])
      const said = d.of([
        digits,
        `${a} ${b} ${c}`,
        `${a}-${b}-${c}`,
        digits.replace(/\d/g, (n) => full[Number(n)] ?? n),
        digits.toLowerCase(),
      ])
      return { text: d.of(['', '身份证', '证号：', '他的']) + said + d.of(behind), digits: digits.slice(0, 17) }
    }
    if (kind === 7) {
      const digits = card(d)
      const fours = (digits.match(/.{1,4}/g) ?? []).join(' ')
      return { text: d.of(['', '卡号', '打到', '农行卡']) + d.of([digits, fours, fours.replaceAll(' ', '-')]) + d.of(behind), digits }
    }
    if (kind === 5) {
      const area = d.of(['0939', '010', '0931', '028', '0571'])
      const own = `${2 + d.int(7)}${d.digits(area.length === 3 ? 7 : 6)}`
      return { text: d.of(before) + area + d.of(['-', '', ' ', '－', '—']) + own + d.of(behind), digits: area + own }
    }
    const digits = `1${3 + d.int(7)}${d.digits(9)}`
    const [a = '', b = '', c = ''] = groups(digits, [3, 4, 4])
    const word = d.of(['然后', '，后面', '再', '，', '、', ' ', '-', '.', '·', '　', '\u200b', '—', ' - '])
    const said = d.of([
      digits,
      `+86${digits}`,
      `86${digits}`,
      `+86 ${a}-${b}-${c}`,
      [a, b, c].join(word),
      [...digits].join(' '),
      digits.replace(/\d/g, (n) => full[Number(n)] ?? n),
      digits.replace(/\d/g, (n) => spelled[Number(n)] ?? n),
      digits.replace(/\d/g, (n) => readOut[Number(n)] ?? n),
      [a, b, c].join(word).replace(/\d/g, (n) => spelled[Number(n)] ?? n),
    ])
    return { text: d.of(before) + said + d.of(behind), digits }
  })
}

export function innocents(count: number, seed: number): string[] {
  const d = dice(seed + 1)
  const n = (most: number) => 1 + d.int(most)
  return Array.from({ length: count }, () =>
    d.of([
      () => `${n(12)}月${n(28)}日上午${n(11)}点在德育堂开会`,
      () => `2026-${String(n(12)).padStart(2, '0')}-${String(n(28)).padStart(2, '0')} ${n(23)}:${10 + d.int(49)} 到`,
      () => `一共${n(99999)}元，先给${n(5000)}，还欠${n(9000)}块`,
      () => `收了${n(20000)}斤洋芋，${n(300)}亩地，卖${n(90000)}.${d.digits(2)}元`,
      () => `坪${String(n(99)).padStart(2, '0')} 路灯，槐${String(n(99)).padStart(2, '0')} 水管`,
      () => `${n(8)}社${n(400)}户${n(2000)}口人，去年${n(30000)}人次`,
      () => `单号${d.digits(12)}，到了请拿`,
      () => `打12345，着火119，急救120，报警110，${n(9)}分钟到`,
      () => `路长${n(9000)}米宽${n(9)}.${d.digits(1)}米，投资${n(900)}.${d.digits(2)}万元`,
      () => `${1950 + d.int(70)}年到${1990 + d.int(36)}年，${n(100)}年第${n(12)}次`,
      () => `电表${d.digits(5)}度，水表${d.digits(4)}吨，气表${d.digits(3)}方`,
      () => `考了${n(750)}分，全县第${n(3000)}名，准考证在老师那里`,
      () => `一二三，三二一，一五一十，${'一二三四五六七八九'.slice(0, n(9))}`,
      () => `${n(30)}路车${n(23)}:${10 + d.int(49)}发，${n(5)}块钱，坐${n(50)}个人`,
      () => `经度105.${d.digits(6)}，纬度33.${d.digits(6)}`,
      () => `第${n(99)}号文件〔2026〕${n(300)}号`,
    ])(),
  )
}
