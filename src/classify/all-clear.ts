import { tidy } from './tidy.ts'

const OVER =
  /^(?:人|娃|老人|大家|我们)?(?:都|已经|现在)*(?:没事(?!吧|的话|吗|么)|平安|安全)|(?:^|[,。!\s])(?:人|娃|老人|老汉|现在|这会儿?)*(?:都|已经|又)?(?:没(?:大|啥|什么)?事(?:了|啦|咧)|(?:醒|缓)过来了|醒了)|(?:火|烟|明火)(?:已经|都|让人)*(?:灭|扑灭|熄)|(?:找|寻)(?:到|着|见)(?:人)?了|(?:自己)?回来了|虚惊|误会一场|(?:已经|都|现在)(?:好了|没事了|不漏了|退了|通了|处理了|解除了)|(?:警报|险情|危险)(?:已经)?解除|看错了|弄错了|误报|(?:不是|没)(?:着火|漏|塌|打架|丢|出事)|是(?:在|人家)?烧(?:炕|荒|地埂|地边|纸|灶)/u
const LONGEST = 40

/** 人都没事，火灭了: whoever told of a danger says that it is over. */
export function isAllClear(text: string): boolean {
  const said = tidy(text)
  return said.length <= LONGEST && OVER.test(said)
}

const BACK_ON: readonly (readonly [duty: string, says: RegExp])[] = [
  ['V-WATER', /^(?:自来)?水?(?:已经|刚|终于)?来(?:水)?了[,。!啊呀]*(?:谢|多谢|$)/u],
  ['V-POWER', /^电?(?:已经|刚|终于)?来(?:电)?了[,。!啊呀]*(?:谢|多谢|$)/u],
]

/** 来水了, 来电了: the duty whose trouble is over. */
export function backOn(text: string): string | null {
  const said = tidy(text)
  if (!/[水电]/u.test(said)) return null
  return BACK_ON.find(([duty, says]) => says.test(said) && said.includes(duty === 'V-WATER' ? '水' : '电'))?.[0] ?? null
}
