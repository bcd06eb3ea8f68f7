/** What a whole message may be and still say nothing that anybody could take up. */
// biome-ignore format: a table, one idea a row
const PHRASES: readonly RegExp[] = [
  /^(收到|好的?|好嘞|好滴|嗯+|哦+|噢|知道了?|明白了?|了解|行|可以|没事|不客气|客气了|在吗|在的?|来了|到了|来咧|ok|okk*|okay|1|好呢|对|对的|是的|是呢|嗯呢|中|成|得行|没问题|没有|不知道|有道理|就是|确实|赞|棒|牛|厉害|真好|太好了|不错|扣1|已阅|已读|已转|签到|报名|参加|不参加|统计了|报了|填了)(收到|谢谢|的|啊|呀|哈|啦|呢|哦|了|吧)*$/iu,
  /^(谢谢|感谢|多谢|谢了|辛苦了?|麻烦了|劳烦了)(您|你|你们|大家|各位|村上|领导|书记|支书|主任|师傅|老师|了|啊|呀|哦|哈|关心|帮忙|提醒|分享|支持|理解)*$/u,
  /^(大家|各位|你们?|您)?(早上|上午|中午|下午|晚上)?(好|早|安|晚安|早安|午安)(啊|呀|哦|各位|大家|老师|领导|群主)*$/u,
  /^(祝|恭喜|恭祝)?(你|您|大家|各位|全体|乡亲们?)?(新年|春节|节日|生日|中秋|端午|元旦|国庆|元宵|周末|新婚|重阳|腊八|母亲节|父亲节|妇女节|教师节)+(节)?(快乐|愉快|好|安康|吉祥)(啊|呀|哦)*$/u,
  /^(恭喜|祝贺)(恭喜|祝贺|发财|你们?|您|贺喜|啊|呀|了)*$/u,
  /^([哈呵嘿嘻嘎]{2,}|6{2,}|8{2,}|w+|h+|233+)$/iu,
  /^(\+1|\+|1)$/u,
]

const NOTICES: readonly RegExp[] = [
  /^#?接龙|^\d+[.、]\s*\S{1,8}\n\d+[.、]/u,
  /^【?(通知|公告|温馨提示|友情提示|紧急通知|重要通知|提醒|转发|转|通告|预警|会议通知|停水通知|停电通知|公示)】?[:,\s】]/u,
  /^各位(村民|乡亲|家长|业主|居民|社长|组长|老师|同学|同志|党员|代表|群众|户主|住户|老乡).{0,40}(请|定于|将于|决定|现在|开始|务必|截止|召开|开会)/u,
  /兹定于|现将.{1,20}(如下|通知)|特此(通知|公告)|相互转告|请(大家)?互相转告|请(各|广大)(位|村|社|组|户|家长|单位|部门|班)|请准时(参加|到)|收到(后)?请?回复/u,
  /^(\[链接\]|https?:\/\/\S+)/u,
  /点击(链接|下方|查看|领取|此处)|扫码(领|进群|关注|下载)|回复?(TD|T|N)退订|退订回|加(我)?(微信|V|vx)[:：]?|砍一刀|助力一下|帮我(点|砍|投)/iu,
]

const SIGNS = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu
const STICKERS = /\[[\p{Script=Han}A-Za-z]{1,6}\]/gu

/** Greetings, thanks, 收到, +1, laughter; emoji and stickers alone; nothing at all. */
export function isPlainlyChat(text: string): boolean {
  const said = text.replace(STICKERS, '').replace(SIGNS, '').replace(/@\S+/gu, '')
  const parts = said.split(/[\s\p{P}~～^]+/u).filter((p) => p !== '' && p !== '+')
  return parts.every((part) => PHRASES.some((p) => p.test(part)))
}

/** Notices, sign-up lists, links and advertisements passed on. */
export const looksLikeNotice = (text: string): boolean => NOTICES.some((n) => n.test(text))
