// biome-ignore format: a list to be read in rows
type OfHouse =
  | '进度' | '撤回' | '还是办吧' | '不公开' | '满意' | '一般' | '不满意' | '没修好' | '+1' | '登记' | '清单' | '人工' | '待办' | '接'
  | '办结' | '转' | '派' | '议' | '进展' | '走访' | '提意见' | '延期' | '挂账' | '恢复' | '不受理' | '这不归我管' | '不是事' | '同意'
  | '不同意' | '合并' | '拆分' | '改类' | '督办' | '催办' | '请假' | '销假' | '查' | '统计' | '机器人安静' | '机器人恢复' | '先听一周'
  | '正式开始' | '新网格员' | '改电话' | '离任' | '地名' | '绑定' | '机器人' | '认人' | '已发' | '撤销' | '日报' | '周报' | '月报'
  | '待定' | '台账' | '我的档案' | '忘记我' | '忘记' | '页面' | '卷宗' | '大屏' | '帮助'

/** Everything people may say to the bot, by the name that stands in the help. A wing adds its own beside its orders. */
export interface OrderNames extends Record<OfHouse, true> {}
export type OrderName = keyof OrderNames

/** An order as somebody would type it. */
export type OrderSaid = `${OrderName}${string}`

/** An order said again, with what was missing: 挂账 坪07 %s. */
export const orderAgain = (order: OrderName, ...words: readonly string[]): OrderSaid =>
  words.reduce<OrderSaid>((said, word) => (word === '' ? said : `${said} ${word}`), order)
