import { maskPersonal } from '../domain/mask.ts'
import type { FormFault } from '../domain/slip.ts'
import type { Ticket } from '../domain/ticket.ts'
import { by, day } from './dates.ts'
import { noTown, unwritable } from './programs.ts'

/** The page behind a village's 说事码, for people of seventy and their first telephone. */
export const formWords = {
  title: (village: string): string => `${village} 有事说一声`,
  lead: '写完点最下面的“发出去”，村里有人管。',
  what: '什么事？',
  whatHint: '像平常说话一样写。比如：三社路口的路灯不亮。',
  where: '在哪里？',
  notSure: '说不准',
  house: '再说细一点（可以不写）',
  houseHint: '比如：大槐树底下、李家门口',
  photo: '有照片吗？（可以不传）',
  addPhoto: '照一张，或选照片',
  photoHint: '最多3张。照片里带的位置信息会自动去掉。',
  kept: (count: number): string => `刚才的${count}张照片还在，不用再选。`,
  who: '您是谁？（可以不写）',
  name: '怎么称呼',
  phone: '电话',
  whoHint: '只有办这件事的干部看得到，不会在群里说。留了电话，干部能打给您。',
  through: (name: string): string => `我是${name}，替别人说`,
  throughHint: '下面写那位老乡的称呼和电话。办好了，由您转告，也由您问满意不满意。',
  send: '发出去',
  askLink: '以前说过的，看办得怎样',
  urgent: '着火打119，有人受伤打120，报警打110。',
  honey: '这一格请空着',
  faults: {
    text: '写一句是什么事就行，比如“路灯不亮”。',
    long: '写得太长了，请留最要紧的，1000字以内。',
    phone: '电话号码不对，请再看看。不想留就空着。',
    photoKind: '这张照片打不开，请换一张，或不传照片再发一次。',
    photoBig: '照片太大了，请换一张小一点的，或不传照片再发一次。',
    throughName: '替谁说的？写个称呼就行，比如“王大娘”。',
    again: '还没有发出去，请再点一次“发出去”。',
    busy: '刚才发的人多，请过几分钟再点“发出去”。写的都还在。',
    empty: '写一句再发。',
  } satisfies Record<FormFault, string>,
  unknownCode: '这个码认不出来了，请找村文书要一张新的。',
  broken: '刚才没有办成，请退回去再试一次。写的都还在。',
  tooBig: '照片加起来太大了。请退回去少选一张再发。',

  // Said by the script, which only adds comfort.
  sending: '正在发……',
  offline: '网断了，还没有发出去。写的都留着，网一通就自动再发。',
  again: '再发一次',
  restored: '上次没发完的，给您留着。',
  shrinking: '正在把照片变小……',
  remove: '去掉这张',

  ask: '看办得怎样',
  askHint: '写上当时给您的编号和口令。',
  number: '编号',
  numberHint: '比如：坪07',
  code: '口令',
  codeHint: '4个字母和数字',
  look: '看一看',
  wrong: '编号或口令不对，请再看看。找不到了，请给村文书打电话。',
  tooMany: '试得太多了，请过一会儿再来。',
  back: '说一件新的事',

  got: '收到了',
  stands: '办得怎样了',
  keep: '请截个图，或抄在纸上。过几天再扫码，凭这两样看办得怎样。',
  looking: '文书看了以后会登记，登记了就写在这里。请明天再来看看。',
  looked: '还没有登记成要办的事。真要办，请在下面再写清楚一点：哪里、什么事。',
  soon: '已经记下，正在登记。过一会儿再来看。',
  noPhone: '您没有留电话，干部打不了给您，请过几天来这一页看看。',
  calls: [
    { number: '110', label: '打110 报警' },
    { number: '120', label: '打120 急救' },
    { number: '119', label: '打119 火警' },
  ],
  done: (who: string | null, how: string): string => `${who ?? '村里'}说：${maskPersonal(how)}`,
  answers: '村里的回话',
  noAnswers: '还没有回话。',
  written: '您写的',
  photos: (count: number): string => `（${count}张照片）`,
  isItDone: '办好了没有？',
  verdicts: { 满意: '办好了，满意', 一般: '办好了，一般', 没修好: '没办好' },
  notDone: '哪里没办好？（可以不写）',
  more: '再说几句',
  moreHint: '还有要补的，写在这里。',
  about: '说的是哪一件？',
  add: '发出去',
  withdraw: '不用办了？',
  reallyWithdraw: '对，不用办了',
  phoneClerk: (name: string): string => `给村文书${name}打电话`,
  forget: '不要留我的信息？',
  forgetWhat: '姓名、电话、照片和写的话都会删掉，只留事情本身，删了找不回来。事情没办完的，办完再删。',
  reallyForget: '对，删掉我的信息',
  forgetAsked: '记下了。事情办完就删，没有在办的事，十分钟后就删。这一页以后就打不开了。',
  forgetElsewhere: '您已经在微信上和说事说过话，要删信息，请在那里说“忘记我”。',
  leave: '看完了，关掉',
  leaveHint: '别人也用这台手机的话，请点一下。',
  when: (at: Date, now: Date): string => day(at, now, { time: true }),
} as const

interface Standing extends Pick<Ticket, 'status' | 'completeBy' | 'respondBy' | 'waiting'> {
  owner: string | null
  isPrivate: boolean
}

/** How it stands, as its teller reads it. */
export function standsWords(t: Standing, now: Date): string {
  const who = t.owner ?? '镇里的值班干部'
  switch (t.status) {
    case 'open':
      if (t.isPrivate && t.respondBy > now) return `${who}会在${by(t.respondBy, now)}前联系您。不会在群里说。`
      return `正在办，${t.owner ? `${t.owner}负责，` : ''}${by(t.completeBy, now)}前办。`
    case 'waiting':
      return t.waiting ? `要等${maskPersonal(t.waiting.reason)}，${day(t.waiting.until, now)}再办。` : '要等一等。'
    case 'resolved':
      return '说是办好了，等您一句话。'
    case 'closed':
      return '已办结。'
    case 'rejected':
      return '这件事村里办不了。'
    case 'withdrawn':
      return '您说不用办了。'
    case 'merged':
      return '和别人说的并在一起办。'
    case 'void':
      return '干部看过，没有当成要办的事。'
    default:
      return t.status satisfies never
  }
}

/** The poster, for people of seventy. */
export const posterWords = {
  head: '有事，扫一扫，说一声',
  steps: ['打开微信“扫一扫”，对准方块', '写哪里、什么事，点“发出去”', '记下编号口令，过几天再扫看结果'],
  private: '家里的事也能说，只有办事的干部看得到。',
  helper: '手机不会用，到村部说一声，有人替您写。',
  urgent: '着火打119　有人受伤打120　报警打110',
  /** Of the files they become. */
  file: (village: string): string => `${village}说事码`,
  all: '全部村说事码.pdf',
} as const

/** What npm run posters says. */
export const postersProgram = {
  noTown,
  unwritable,
  usage: '请写要放海报的文件夹，比如：npm run posters -- 海报',
  noAddress: '手机还打不开这里：请先在 .env 里写 PUBLIC_URL（手机能打开的网址），再出海报。网址换了，海报要重印。',
  written: (folder: string, count: number): string => `写好了：${folder}，${count}个村，每村一张 PDF 和一张 PNG，还有一份全部村的 PDF。`,
}
