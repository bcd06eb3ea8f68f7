import { type PersonalNumber, replaceNumbers } from './personal-numbers.ts'

const COMPOUND = /^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|端木|长孙|宇文)/u
/** 张大山 → 张**; 欧阳春 → 欧阳*. */
export function maskName(name: string): string {
  const [first = ''] = name
  const surname = COMPOUND.exec(name)?.[0] ?? first
  return surname + '*'.repeat(Math.max(1, [...name].length - [...surname].length))
}

/** How a number is shown to those it does not concern: enough to be known again by who has it, too little to be used. */
function starred({ kind, digits }: PersonalNumber): string {
  switch (kind) {
    case 'mobile': {
      const own = digits.slice(-11)
      return `${own.slice(0, 3)}****${own.slice(-4)}`
    }
    case 'landline': {
      const area = /^0(?:10|2\d|\d{3})/.exec(digits)?.[0] ?? ''
      return `${area}${area === '' ? '' : '-'}****${digits.slice(area.length + 4)}`
    }
    case 'paper':
      return `${digits.slice(0, 6)}${'*'.repeat(digits.length - 10)}${digits.slice(-4)}`
    case 'card':
      return `${digits.slice(0, 4)}****${digits.slice(-4)}`
    case 'plate':
      return `${digits.slice(0, 2)}***${digits.slice(-2)}`
    default:
      return kind satisfies never
  }
}

/** 13900001234 → 139****1234, and likewise identity and bank numbers and plates. An office's landline is nobody's own. */
export const maskPersonal = (text: string): string =>
  replaceNumbers(text, (n) => (n.kind === 'landline' ? text.slice(n.from, n.to) : starred(n)))

/** For whoever must call somebody: the telephones are left, and nothing else of theirs. */
export const maskAllButPhones = (text: string): string =>
  replaceNumbers(text, (n) => (n.kind === 'mobile' || n.kind === 'landline' ? text.slice(n.from, n.to) : starred(n)))

/** All of these, and landlines. */
export const maskNumbers = (text: string): string => replaceNumbers(text, starred)

/** Texts without the numbers and without the full names of these people: the names are sorted once, for many texts. */
export function maskerOf(names: Iterable<string>): (text: string) => string {
  const byFirst = Map.groupBy(
    [...new Set(names)].filter((name) => name.length > 1),
    (name) => name.slice(0, 1),
  )
  return (text) => {
    let masked = maskNumbers(text)
    for (const first of new Set(masked))
      for (const name of byFirst.get(first) ?? []) if (masked.includes(name)) masked = masked.replaceAll(name, maskName(name))
    return masked
  }
}

export const maskText = (text: string, names: Iterable<string>): string => maskerOf(names)(text)
