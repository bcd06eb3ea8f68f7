interface Line {
  example: string
  help: string
}

export function helpText(lines: readonly Line[], cadre: boolean): string {
  const start = cadre
    ? '我是说事。您现在可以这样说（编号换成自己的，引用那条消息就不用写编号）：'
    : '我是说事，帮村里记事、找人办、问结果。有事直接讲就行，不用格式。还可以说：'
  return [start, ...lines.map((l) => `${l.example} —— ${l.help}`)].join('\n')
}

export const helpOf = (example: string, help: string): string => `这样说：“${example}”，${help}。`
