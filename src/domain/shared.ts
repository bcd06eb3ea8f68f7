const KINDS = ['位置', '链接', '语音', '视频', '文件', '名片', '聊天记录', '小程序', '视频号', '红包', '转账'] as const
export type SharedKind = (typeof KINDS)[number]

/** What somebody passes on instead of saying it, and the words that come with it. */
export interface Shared {
  kind: SharedKind
  words: string
}

const LINE = new RegExp(`^\\[(${KINDS.join('|')})\\]\\s*(.*)$`, 'u')

/** As WeChat shows it in one line: [位置] 坪头村二社水塔. Whoever pastes such a line has passed it on as well. */
export const sharedLine = (kind: SharedKind, words = ''): string => `[${kind}] ${words.replace(/\s+/gu, ' ')}`.trim()

export function readShared(line: string): Shared | null {
  const [, name, words = ''] = LINE.exec(line.trim()) ?? []
  const kind = KINDS.find((it) => it === name)
  return kind ? { kind, words: words.trim() } : null
}

const ADDRESS = /https?:\/\/\S+/giu
/** Who speaks of their own has not merely passed it on: 我家门口也这样 https://…, 三社水管爆了，看 https://…. */
const OWN = /我|俺|咱|额|(?:第?[一二两三四五六七八九十\d]{1,3})[社组队]|村(?:里|上|口|部)|本村|门口|这(?:里|儿|达)|登记|帮/u
const SHORT = 8

/** A title with its address, as people copy it from elsewhere. */
function isPastedLink(line: string): boolean {
  const words = line.replace(ADDRESS, '')
  return words !== line && !OWN.test(words) && (words.trim() === '' || words.replace(/[\s\p{P}]/gu, '').length >= SHORT)
}

/** What is left of a message that its sender has taken back. */
export const TAKEN_BACK = '[已撤回]'

/** What is said in the sender's own words. */
export const withoutShared = (text: string): string =>
  text
    .split('\n')
    .filter((line) => readShared(line) === null && !isPastedLink(line) && line.trim() !== TAKEN_BACK)
    .join('\n')

/** The places that were sent along. */
export const placesSent = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const shared = readShared(line)
    return shared?.kind === '位置' && shared.words !== '' ? [shared.words] : []
  })
