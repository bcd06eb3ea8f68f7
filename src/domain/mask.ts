const COMPOUND = /^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|端木|长孙|宇文)/u
const ID_CARD = /(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/gu
const BANK_CARD = /(?<!\d)(\d{4})\d{8,11}(\d{4})(?!\d)/gu
const MOBILE = /(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)/gu
const LANDLINE = /(?<!\d)(0\d{2,3}-?)\d{4}(\d{3,4})(?!\d)/gu

/** 张大山 → 张**; 欧阳春 → 欧阳*. */
export function maskName(name: string): string {
  const [first = ''] = name
  const surname = COMPOUND.exec(name)?.[0] ?? first
  return surname + '*'.repeat(Math.max(1, [...name].length - [...surname].length))
}

/** 13900001234 → 139****1234, and likewise what looks like an identity card or a bank card. An office's landline is nobody's own. */
export const maskPersonal = (text: string): string =>
  text.replace(ID_CARD, '$1********$2').replace(BANK_CARD, '$1****$2').replace(MOBILE, '$1****$2')

/** All of these, and landlines. */
export const maskNumbers = (text: string): string => maskPersonal(text).replace(LANDLINE, '$1****$2')

/** A text without the numbers and without the full names of these people. */
export function maskText(text: string, names: Iterable<string>): string {
  let masked = maskNumbers(text)
  for (const name of names) if (name.length > 1 && masked.includes(name)) masked = masked.replaceAll(name, maskName(name))
  return masked
}
