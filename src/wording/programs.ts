export const noModelSentence = 'LLM_BASE_URL：没有填大模型的地址，或 LLM_WHEN 是 never，请在 .env 里填好 LLM_ 开头的几项再用 --llm。'

/** What became of the texts: 没问 217，答了 55，timeout 2. */
export function modelTally(outcomes: ReadonlyMap<string, number>): string {
  const names: Record<string, string> = { local: '没问', answered: '答了' }
  return `大模型：${[...outcomes].map(([what, count]) => `${names[what] ?? what} ${count}`).join('，')}。`
}
