import { tidy } from './tidy.ts'

/** 怎么办, 要带啥, 找谁, 多少钱: asks for the rule or the way and for nothing to be done. */
const ASKS =
  /(?:怎么|咋|咋个|如何)(?:样)?(?:办|申请|交|缴|报|领|弄|上|补|查|算|写|用|开|迁|评)|(?:要|需要|得)(?:带|拿|准备|交)?(?:些)?(?:啥|什么|哪些)(?:材料|手续|证件|东西|条件)?|(?:啥|什么)(?:手续|材料|条件|标准|时候(?:交|缴|开始|截止|能交|能办))|(?:去|到|在)哪(?:里|儿|达)?(?:办|交|领|申请|问|开)|(?:找|归|该)谁(?:办|管|弄|问)?|谁(?:管|负责)(?:呢|啊|呀|的)?$|(?:交|缴|要|补|发|领)(?:多少|几)(?:钱|块|元)?|多少钱(?:一年|一个人|一口)?|(?:有没有|有啥|有什么)(?:补贴|政策|规定|补助)|能不能(?:办|领|申请)|(?:几|多)(?:天|久|长时间)能(?:办|下来|批)/u
/** Something is wrong with it: that is a matter however it is asked. */
const WRONG =
  /没(?:到|发|给|领|办|批|人|有(?:给|发|批|到))|停(?:了|发)|少(?:了|发)|扣|不(?:给|让|批|办|理|管|公平|够)|拖|被(?:取消|退|拒)|取消|报不(?:了|上)|交不(?:了|上)|办不(?:了|成|下)|坏|漏|断|堵|占|欠|骗|丢|错|凭啥|为啥|为什么|怎么(?:还|没|又|就)|咋(?:还|没|又|就)/u
const LONGEST = 60

/** A plain question about a way, a rule, a sum, an office: the duty list can answer it. */
export function asksHow(text: string): boolean {
  const said = tidy(text)
  return said.length <= LONGEST && ASKS.test(said) && !WRONG.test(said)
}
