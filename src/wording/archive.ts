import { moment } from './status.ts'

/** Why nothing comes from the archive, for the operator, with since when. */
const REFUSED: Readonly<Record<number, string>> = {
  301042: '这台机器的 IP 不在“会话内容存档”的可信 IP 里，请在管理后台加上',
  301048: '企业微信说这台机器不能取存档，请核对“会话内容存档”的设置',
  301058: '企业微信说这个企业不能取存档，请核对“会话内容存档”的设置',
  301052: '会话内容存档的使用期到了，请续费',
  301053: '会话内容存档还没有开通，请在管理后台开通',
}
/** Null: nothing is known of this code but what is known of its class. */
export const archiveCode = (code: number): string | null => REFUSED[code] ?? null
const BUSY: readonly number[] = [10_001, 10_002, 10_003]

export const archiveRefused = (code: number, since: Date): string =>
  `${archiveCode(code) ?? (BUSY.includes(code) ? '存档暂时取不到，正在重试' : '存档取不到，请核对密钥和设置')}（${code}，从${moment(since)}起）`
export const archiveFailed = (since: Date): string => `取存档的程序停了，正在重开（从${moment(since)}起）`
export const consentUnknown = (since: Date): string => `问不到谁同意了存档，群里的话先不读（从${moment(since)}起）`

/** Lines for which there is no private key, or not the right one. */
export const unopened = (count: number, since: Date): string =>
  `有${count}条打不开，多半是少了私钥，请把新的私钥放进目录（从${moment(since)}起）`
export const archiveGap = '存档只留五天，这段没有读到'

/** For the operator's page: who of each group has agreed. */
export const consentWords = {
  title: '居民同不同意存档',
  count(agreed: number, all: number): string {
    if (all === 0) return '没有用微信的居民'
    if (agreed === all) return `${all}位居民都同意了`
    return agreed === 0 ? `${all}位居民，还没有人同意` : `${all}位居民，${agreed}位同意了`
  },
  asked: (at: Date): string => `${moment(at)}问的`,
  help: '没有同意的，他们的话不读，每半小时再问一次。可以请群主把这段话发到群里：',
} as const
/** To be posted by somebody in the group. */
export const consentSentence =
  '各位邻居：本群的话会由村里的说事助手登记成事项来办。请点开企业微信发来的“会话存档”提示，点“同意”。不同意的，说的话不会被读取，有事可以直接找村干部。'
