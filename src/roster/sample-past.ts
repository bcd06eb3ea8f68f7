/** One line that somebody of the sample township said before the first morning. */
export interface PastLine {
  /** Working days before that morning, and the time of that day. */
  daysBefore: number
  at: string
  village: string
  /** The first person of one of the village's households, or whoever has the village's so many-th matter of the week in hand. */
  from: { household: number } | { ownerOf: number }
  /** One-to-one with the bot instead of in the group. */
  alone?: true
  /** `{n}` stands for the matter's number, `{+5}` for the fifth working day after the first morning. */
  text: string
}

const told = (daysBefore: number, at: string, village: string, household: number, text: string): PastLine => ({
  daysBefore,
  at,
  village,
  from: { household },
  text,
})
const alone = (line: PastLine): PastLine => ({ ...line, alone: true })
/** A cadre answers the bot about the matter of this number. */
const handled = (daysBefore: number, at: string, village: string, number: number, text: string): PastLine => ({
  daysBefore,
  at,
  village,
  from: { ownerOf: number },
  alone: true,
  text,
})

/**
 * The week before the first morning, line by line, so that whoever opens the page first finds a township at work: matters
 * closed, one that waits, one that is being talked over, some in hand, and small talk. All of it was answered in time and
 * nothing of it falls on the first morning. What the township carries with it from before stands in sample-season.ts.
 */
export const samplePast: readonly PastLine[] = [
  told(5, '09:20', '云岭村', 0, '二社下坡处的护栏断开一截，晚上骑车看不见，危险'),
  handled(5, '10:05', '云岭村', 1, '接 {n}'),
  told(5, '10:30', '河口村', 2, '三社的排水沟堵了，水往路上流'),
  handled(5, '11:10', '河口村', 1, '接 {n}'),
  told(5, '18:50', '南湾村', 1, '一社路口的路灯三天没亮了'),
  told(5, '18:53', '南湾村', 4, '+1'),

  handled(4, '08:50', '南湾村', 1, '接 {n}'),
  told(4, '09:40', '槐树底村', 3, '二社的广播喇叭坏了，通知听不见'),
  handled(4, '10:15', '槐树底村', 1, '接 {n}'),
  handled(4, '15:10', '云岭村', 1, '进展 {n} 量好了尺寸，先拉了警示带'),
  handled(4, '16:20', '南湾村', 1, '办结 {n} 换了灯泡，晚上试过亮了'),
  handled(4, '16:40', '河口村', 1, '办结 {n} 清了淤，水不往路上走了'),
  alone(told(4, '19:10', '南湾村', 1, '满意')),
  alone(told(4, '19:20', '河口村', 2, '满意')),

  told(3, '07:40', '沙坝村', 1, '自来水'),
  told(3, '07:40', '沙坝村', 1, '三社从昨晚就停水了，做不了饭'),
  told(3, '07:46', '沙坝村', 3, '我家也没水'),
  handled(3, '08:35', '沙坝村', 1, '接 {n}'),
  handled(3, '09:30', '云岭村', 1, '挂账 {n} {+6} 等厂里做护栏'),
  told(3, '10:15', '双碾村', 4, '隔壁盖房子，屋檐水都滴到我家院墙上了，说了几回也不听'),
  handled(3, '11:00', '双碾村', 1, '接 {n}'),
  handled(3, '15:40', '沙坝村', 1, '办结 {n} 换了一截主管，已经来水'),
  handled(3, '17:10', '槐树底村', 1, '办结 {n} 换了线，试过响了'),
  alone(told(3, '18:30', '沙坝村', 1, '满意')),

  alone(told(2, '09:05', '南湾村', 5, '我家的低保两个月没到账，是咋回事')),
  told(2, '10:10', '梨园村', 1, '四社路面有个大坑，三轮车差点翻了'),
  handled(2, '10:30', '南湾村', 2, '接 {n}'),
  handled(2, '10:50', '梨园村', 1, '接 {n}'),
  handled(2, '15:00', '双碾村', 1, '议 {n} 明天上午 村部'),
  handled(2, '16:10', '南湾村', 2, '办结 {n} 查过了，银行卡换了没报，下月起照发'),
  alone(told(2, '19:40', '南湾村', 5, '一般')),

  told(1, '09:15', '沙坝村', 5, '四社的垃圾箱好几天没人拉，满地都是'),
  handled(1, '10:20', '沙坝村', 2, '接 {n}'),
  told(1, '15:30', '云岭村', 4, '三社的水渠让石头堵住，水过不来'),
  handled(1, '16:05', '云岭村', 2, '接 {n}'),
  handled(1, '16:20', '梨园村', 1, '办结 {n} 用混凝土补平了'),
  told(1, '18:35', '双碾村', 2, '明早磨豆腐，要的到我家来'),
  told(1, '18:41', '双碾村', 5, '给我留两斤'),
  told(1, '19:10', '沙坝村', 0, '今晚广场上放电影，早点来占位子'),
  told(1, '19:25', '南湾村', 2, '后天我家娃满月，大家都来坐坐'),
  told(1, '19:27', '南湾村', 6, '恭喜恭喜'),
  told(1, '19:50', '云岭村', 2, '明天谁去镇上赶集，给我捎两袋盐'),
  told(1, '19:54', '云岭村', 3, '我去，给你带上'),
]
