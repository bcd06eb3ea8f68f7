/** What `npm run check-history` says. */
export const historyProgram = {
  bent: (log: 'ticket' | 'chronicle', what: string, n: number): string =>
    log === 'ticket' ? `事项 ${what}：第${n}条记录被改过，或者少了。` : `台账记录 ${what}：第${n}条被改过，或者少了。`,
  wrongSum: (village: string, span: string): string => `${village} ${span}：记下的件数和事项本身对不上。`,
  whole: (histories: number, lines: number): string => `查了${histories}份经过、${lines}条记录，每条都和当时写的一样，一条不少。`,
  sum: (histories: number, bent: number): string => `查了${histories}份经过，${bent}份和当时写的不一样，请和备份比对。`,
}
