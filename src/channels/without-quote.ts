/** How WeCom's archive begins a text that quotes. */
const ANNOUNCED = /^这是一条引用\/回复消息[：:]\s*\n/u
/** 「周大爷：路灯不亮」 over a line of dashes, then the answer: how puppets and the archive write a quote into the text. */
const QUOTE = /^[「“"]([^：:\n]{1,60})[：:]\s*([\s\S]*?)[」”"]\s*\n[-—－─\s]{3,}\n([\s\S]*)$/u

export function withoutQuote(text: string): { text: string; quoted: string | null } {
  const [, , quoted = '', answer = ''] = QUOTE.exec(text.replace(/<br\s*\/?>/giu, '\n').replace(ANNOUNCED, '')) ?? []
  return quoted.trim() === '' ? { text, quoted: null } : { text: answer.trim(), quoted: quoted.trim() }
}
