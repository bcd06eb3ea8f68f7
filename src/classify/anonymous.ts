import { withoutMarks } from '../reading/marks.ts'

const NOT = '(?:别|不要|不能|莫|甭|嫑|不许|千万(?:别|不要|莫)|请(?:别|不要|勿)|勿)'
const SAY = '(?:说|讲|告诉|提|露|透露|暴露|写|报|点|公开|扯|传)'
const TELL = '(?:说|讲|反映|举报|告|报|提|打)'
const NAME = '(?:的)?(?:名字|姓名|大名|真名|名|身份)'

/** 别说是我说的, 别提我名字, 不要让人知道是我, 匿名: said together with the matter itself. */
const NO_NAME = new RegExp(
  [
    `${NOT}(?:跟|给|对|和|让|叫|在|把|往)?[^,，。!?]{0,6}${SAY}(?:出|出去|了)?(?:是)?(?:我|俺|额)(?:${TELL}(?:的|出来|出去)|[啊哦呀哈啦]?(?:$|[,，。!?\\s]))`,
    `${NOT}[^,，。!?]{0,6}${SAY}?[^,，。!?]{0,4}(?:我|俺|额)${NAME}`,
    `${NOT}(?:让|叫|给|被)?(?:人|别人|他们?|人家|大家|邻居|谁|村里人?|支书|村长)?(?:知道|晓得|听见|看见|看出来?)(?:了)?是?(?:我|俺|额)(?:${TELL}的|[啊哦呀哈啦]?(?:$|[,，。!?\\s]))`,
    `${NOT}(?:把)?(?:我|俺|额)(?:卖|供|说|抖|扯|露|点)(?:了|出去|出来|进去)`,
    `${NOT}(?:扯上|提到|提起|透露|暴露)(?:我|俺|额)(?:$|[,，。!?啊哦呀\\s])`,
    `(?:我|俺|额)?(?:就)?(?:不|没)(?:想|愿意?|敢|便|方便)?(?:留|露|写|说|报)(?:出)?(?:我的?)?(?:姓名|名字|名)`,
    '(?:名字|姓名)(?:就|你们)?(?:别|不要|莫|不用|甭)(?:写|留|提|说|记)',
    `怕(?:人家?|别人|他们?|邻居)?[^,，。!?]{0,4}(?:知道|晓得)(?:了)?是(?:我|俺|额)${TELL}?的?`,
    '匿名(?=$|[,，。!?\\s]|反映|举报|投诉|吧|啊|哈|行|可以|一下)|不记名|隐去[^,，。]{0,2}名|给(?:我|俺|额)保个?密|替(?:我|俺|额)(?:保密|瞒着?|遮着?)|(?:请|要|给|帮忙?|麻烦)[^,，。!?]{0,4}保个?密',
    '(?:别|不要|莫)(?:公开|在群里(?:说|提|讲|发))|不要公开',
  ].join('|'),
  'gu',
)
/** 这事, 那个, 啊, 行不行: what may stand around it and tell nothing. */
const AROUND = /^(?:[啊呀哦嘛吧的了哈么]|千万|一定|这个?|那个?|事|你们?|您|给|麻烦|谢谢|行不行|可以|我|就|领导|请|同志|但是?|不过)*$/u

export const wantsNoName = (text: string): boolean => text.search(NO_NAME) >= 0

/** What is said besides. */
export const besidesNoName = (text: string): string => withoutMarks(text.replace(NO_NAME, ''))

/** Nothing but that: of what was told before, or is still to be told. */
export const isOnlyNoName = (text: string): boolean => wantsNoName(text) && AROUND.test(besidesNoName(text))
