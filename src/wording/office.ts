/** What the order 页面 answers. */
export const officeLink = {
  title: '办公页面',
  sent: (address: string, about: string | null): string =>
    `${about ? `${about}的页面` : '办公页面'}：${address}\n半小时内打开有效，只能用一次，请不要转给别人。图里的码也能扫。`,
  foot: '半小时内有效，只能用一次',
  file: '办公页面.png',
  noAddress: '手机现在还打不开办公页面，请镇里管机器人的人设好 PUBLIC_URL（手机能打开的网址）。',
  closed: (sessions: number): string =>
    sessions === 0 ? '您没有打开着的办公页面。没用过的链接也都作废了。' : '您打开的办公页面都已退出，没用过的链接也都作废了。',
} as const

/** The pages that one can go to from everywhere. */
export const placeNames = {
  home: '首页',
  matters: '找事',
  calendar: '日历',
  duties: '清单',
  people: '网格',
  measures: '十个一',
  codes: '扫码',
} as const

/** What stands around every page, and at the door. */
export const officeWords = {
  product: '说事',
  toContent: '跳到正文',
  navigation: '办公页面',
  leave: '退出',
  toSandbox: '回到演练',
  hello: (name: string): string => `${name}，您好`,
  come: '进入办公页面',
  comeHint: '点一下就进去。这条链接用过就作废，别人拿到也没用。',
  over: '这条链接用不了了',
  overHint: '它可能用过了，或者过了半小时。给说事发“页面”，就有新的链接。',
  outside: '请从新的链接进来',
  outsideHint: '您还没有进来，或者离开得久了。给说事发“页面”，打开它发来的链接。',
  left: '已经退出',
  leftHint: '下次要看，给说事发“页面”。',
  notHere: '没有这一页',
  notTaken: '这一步没有收全',
  notTakenHint: '什么都没有动。请回到上一页，刷新以后再试一次；照片一次最多六张，每张不超过10MB。',
  notHereHint: '地址可能写错了，或者这件事不归您看。',
  home: '回首页',
  news: '别人刚有新的动作。您正在填的都还在，弄完再刷新就能看到。',
  otherSite: '这不是从办公页面点出来的，没有做。请回到页面上再点一次。',
  notNow: '现在打不开，请稍后再试。您填的内容请先留着。',
} as const
