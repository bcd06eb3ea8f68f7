/** What rooms and places are called in which people come together. */
const KINDS =
  '礼堂|讲堂|会堂|祠堂|食堂|德育堂|说事室|调解室|会议室|活动室|文化室|图书室|书屋|活动中心|服务中心|党群中心|文化中心|文化站|服务站|' +
  '广场|操场|戏台|村部|村委会?|居委会|镇政府|政府大院|大院|学校|小学|中学|幼儿园|大厅'
const SAID = /(?:地点|地方)[:：是]?\s*([^\s，,。]{1,20})/u
const CALLED = new RegExp(
  `(?:^|[\\s，,])(?:就?在|到|去)?([^\\s，,。\\d]{0,10}?(?:${KINDS})(?:[一二三四]楼)?)(?:里|内)?(?=$|[\\s，,。])`,
  'u',
)

/** Where people come together: 地点…, a room that is known by name, or what such rooms are called. */
export function readRoom(text: string, known: readonly string[]): { room: string; rest: string } | null {
  const named = known.find((name) => text.includes(name))
  const found = SAID.exec(text) ?? (named ? new RegExp(`在?(\\S{0,6}${named})`, 'u').exec(text) : null) ?? CALLED.exec(text)
  if (!found?.[1]) return null
  return { room: found[1], rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim() }
}
