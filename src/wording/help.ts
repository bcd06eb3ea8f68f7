export function helpText(lines: readonly { example: string; help: string }[], cadre: boolean): string {
  const start = cadre ? '您可以这样说（编号换成自己的，引用那条消息就不用写编号）：' : '有事直接讲就行，不用格式。还可以说：'
  return [start, ...lines.map((l) => `${l.example} —— ${l.help}`)].join('\n')
}
