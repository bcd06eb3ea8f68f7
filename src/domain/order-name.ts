/** Everything people may say to the bot, by the name that stands in the help. */
// biome-ignore format: a list to be read in rows
export const ORDER_NAMES = [
  '进度', '撤回', '还是办吧', '不公开', '满意', '一般', '不满意', '没修好', '+1', '登记', '清单', '人工', '待办', '接', '办结', '转', '派',
  '议', '进展', '走访', '提意见', '延期', '挂账', '恢复', '不受理', '这不归我管', '不是事', '同意', '不同意', '合并', '拆分', '改类', '督办', '催办', '请假', '销假',
  '查', '统计', '机器人安静', '机器人恢复', '先听一周', '正式开始', '新网格员', '改电话', '离任', '地名', '绑定', '机器人', '认人', '已发', '撤销', '日报', '周报', '月报',
  '待定', '台账', '我的档案', '忘记我', '忘记', '我的网格', '连心卡', '网格', '换网格员', '划转', '发通知', '同意通知', '不同意通知', '撤通知', '发预警', '预警情况',
  '预警解除', '都到了', '隐患', '苗头', '登记干部', '记培训', '记活动', '记警示', '记体检', '记考核', '记奖惩', '队伍', '档案', '改清单', '清单记录',
  '清单体检', '清单评价', '讲堂', '说事点', '回访', '说事日', '场所', '信访', '走访记录', '承诺', '包案', '转信访', '丈量', '打印', '调解记录',
  '调解协议', '调解不成', '履行', '司法确认', '执法', '移送', '推荐', '榜样', '精神', '议事会', '村务公开', '页面', '卷宗', '大屏', '帮助',
] as const
export type OrderName = (typeof ORDER_NAMES)[number]

/** An order as somebody would type it. */
export type OrderSaid = `${OrderName}${string}`

/** An order said again, with what was missing: 挂账 坪07 %s. */
export const orderAgain = (order: OrderName, ...words: readonly string[]): OrderSaid =>
  words.reduce<OrderSaid>((said, word) => (word === '' ? said : `${said} ${word}`), order)

export const isOrderSaid = (text: string): text is OrderSaid => ORDER_NAMES.some((name) => text.startsWith(name))
