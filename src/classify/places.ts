const PATTERNS = [
  /[一二三四五六七八九十]{1,3}[社组队]/gu,
  /\d{1,2}[社组队]/gu,
  /(?:村|校|学校|桥|沟|河|路|巷|坡|庙|场|卫生室|广场|小卖部)(?:口|头|边|门口|旁边|后面|背后|上|下)/gu,
  /(?:大桥|老庄|后山|河边|路口|村口|桥头|沟里|山上|村部|村委会|卫生室|文化广场|幼儿园|小学|水塔|蓄水池|变压器|垃圾[点箱台])/gu,
  /老[\p{Script=Han}]家(?:门口|门前|后面|旁边)/gu,
] as const

/** Words that say where, as typed: the township's own names first, then what places are called. */
export function placesIn(text: string, names: readonly string[]): string[] {
  const found = names.filter((n) => n.length > 1 && text.includes(n))
  for (const form of PATTERNS) for (const m of text.matchAll(form)) found.push(m[0])
  return [...new Set(found)].filter((p, i, all) => !all.some((o, j) => j !== i && o.includes(p))).slice(0, 6)
}
