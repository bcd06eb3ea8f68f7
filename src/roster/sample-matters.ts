/** What people of the invented township tell in a season, and what the answer was. 〔社〕 stands for one of the village's. */
export interface SampleMatter {
  text: string
  done: string
  /** Two households: they sit together first. */
  talked?: string
}

const village: readonly (readonly [text: string, done: string])[] = [
  ['〔社〕路口的路灯不亮了', '换了灯泡，晚上试过亮了'],
  ['〔社〕的自来水小得接不满一桶', '换了一截老管子，水大了'],
  ['〔社〕的水渠叫石头堵住了，浇不上地', '石头清走了，水通了'],
  ['〔社〕的垃圾箱满了好几天没人清运', '清运了，改成两天一趟'],
  ['〔社〕路面有个大坑，三轮车差点翻了', '用混凝土补平了'],
  ['〔社〕电压不稳，做饭时老跳闸', '供电所调过了，试了两天没再跳'],
  ['〔社〕的排水沟堵了，雨水往院里流', '清了淤，盖板也补齐了'],
  ['〔社〕的广播喇叭坏了，通知听不见', '换了线，试过响了'],
  ['〔社〕公厕没人打扫，味道大', '排了值日，每天打扫'],
  ['〔社〕的网络断了两天没人修', '光缆接好了'],
  ['〔社〕村道边的树枝挡住视线', '修剪过了'],
  ['〔社〕的机井水泵坏了，抽不上水', '水泵修好了'],
  ['广场上的健身器材坏了，螺丝都露在外头', '换了配件，上了防护套'],
  ['〔社〕入户路坑坑洼洼，希望硬化一下', '拉了石料，先垫平压实了'],
  ['〔社〕班车不进来了，老人赶集不方便', '和班车说好了，逢集日进村'],
  ['〔社〕有一片地撂荒几年了，荒草老高', '找到承包的人，开春就种'],
  ['〔社〕电线杆歪了，看着不稳当', '电力上来人扶正了'],
  ['村卫生室的药不全，门也经常不开', '药补齐了，门口贴了时间'],
]
const neighbour: readonly (readonly [text: string, done: string, talked: string])[] = [
  ['邻居在巷道里堆柴，把我家的路堵住了', '柴搬走了，巷道留出一米五', '两家都到了，当面说好三天内搬'],
  ['隔壁家的树枝伸过来压到我家房顶了', '枝子锯掉了', '两家一起看过，同意锯枝不伤树'],
  ['对门把污水往我家门口倒', '接了一截管子，引到沟里', '两家说开了，管子钱各出一半'],
  ['邻居家的羊把我家麦苗啃了一片', '赔了种子，羊圈起来了', '当面算了损失，两家都认'],
]
const household: readonly (readonly [text: string, done: string])[] = [
  ['我家的医保报不下来，跑了三趟没人管', '补了一张发票，已经报下来了'],
  ['我爸的养老金这个月没有发下来', '认证过期了，上门帮着认证，下月补发'],
  ['我家户口本上名字写错了，想改过来', '材料齐了，派出所已经改好'],
]

/** In this order, over and over: nine in ten are the village's. */
const ORDER = 'vvvvvnvvvvvvvhvvvvvvvnvvvvvhvv'

/** The n-th matter of a season, always the same. */
export function sampleMatter(n: number): SampleMatter {
  const rows = { v: village, n: neighbour, h: household }[ORDER[n % ORDER.length] as 'v' | 'n' | 'h']
  const [text = '', done = '', talked] = rows[(n * 7 + Math.floor(n / ORDER.length)) % rows.length] ?? []
  return { text, done, ...(talked !== undefined && { talked }) }
}
