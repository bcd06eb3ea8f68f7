interface Line {
  example: string
  help: string
}

/** `more`: there is more to say, one word away. */
export function helpText(lines: readonly Line[], cadre: boolean, more = false): string {
  const start = cadre
    ? '您现在可以这样说（编号换成自己的，引用那条消息就不用写编号）：'
    : '我是说事，帮村里记事、找人办、问结果。有事直接讲就行，不用格式。还可以说：'
  const end = more ? ['别的回“帮助 更多”。'] : []
  return [start, ...lines.map((l) => `${l.example} —— ${l.help}`), ...end].join('\n')
}

export const helpOf = (example: string, help: string): string => `这样说：“${example}”，${help}。`
