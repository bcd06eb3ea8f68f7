/** Marks that a platform could read as a tag, a mention or a link, and what is written in their place. */
const MARKS: Readonly<Record<string, string>> = { '<': '＜', '>': '＞', '@': '＠' }
/** Marks of the markdown that WeCom's AI bot shows; it knows no way of escaping. */
const MARKDOWN: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  '`': '｀',
  '*': '＊',
  _: '＿',
  '~': '～',
  '|': '｜',
  '\\': '＼',
  '!': '！',
  '#': '＃',
}
/** Direction marks, invisible letters and controls: they can make a text look like another one. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu
/** A name that clients turn into a link by themselves: www.example.com, example.cn/a. */
const HOST = /(?<=[a-z0-9-])\.(?=[a-z]{2,})/giu
const SCHEME = /(?<=[a-z])(:)(?=\/\/)/giu

const put = (text: string, marks: Readonly<Record<string, string>>): string => text.replace(/./gsu, (c) => marks[c] ?? c)

/**
 * What is posted always carries words that residents wrote, so nothing in it may become a mention, a link or markup. Marks
 * are replaced by their wide forms, which read the same.
 */
export const withoutMarkup = (text: string): string =>
  put(text.replace(/\r\n?/gu, '\n').replace(HIDDEN, ''), MARKS).replace(SCHEME, '：').replace(HOST, '．')

/** The same for platforms that read markdown. A dash or a number that opens a line would become a list. */
export const withoutMarkdown = (text: string): string =>
  put(withoutMarkup(text), MARKDOWN)
    .replace(/^(\s*)[-+](?=\s)/gmu, '$1－')
    .replace(/^(\s*\d+)\.(?=\s)/gmu, '$1．')
