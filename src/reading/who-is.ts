import type { Role } from '../domain/people.ts'
import { withoutMarks } from './marks.ts'
import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'who-is')

/** Somebody asks who holds an office, or who sees to a thing. */
export type WhoIs = { office: Role; where: string } | { thing: string }

const P = '[啊呀呢哩咧哦嘛吧的了]*[?？]*$'
const PLACE = '((?:我们|咱们?|俺们?|我|你们|这边?|请问)*(?:\\p{Script=Han}{0,4}?[村社组队镇])?(?:里|上)?的?)'
const WHO = '(?:是谁|是哪个|是哪位|叫啥|叫什么|是啥人|谁当着?|是谁当着?)'
const PHONE = '的?(?:电话|手机|手机号|号码|联系方式|电话号码)(?:是)?(?:多少|几号|是啥|是什么|有没有|有吗|发一下|给一下|给我一下|发我一下)?'
const HERE = '(?:我们|咱们?|俺们?|我|请问|这边?|这里)*(?:村|社|组|镇)?(?:里|上)?的?'
const MANAGES = '(?:管着?|负责|主管|在管|来管|修|维修)'
/** 我叔户口被注销了该找谁 tells a trouble of somebody's. */
const TOLD = said('told')
/** Something is wrong with it: that is a matter, however it is asked. */
const WRONG = said('wrong')
/** 这周末谁值班，麻烦查一下. */
const WHEN = said('when', 'start')
const ASKED = said('asked-besides', 'end')
const SHORT = /^[水电路桥灯网渠]$/u

const asked = (office: string): RegExp[] => [
  new RegExp(`^${PLACE}(?:${office})(?:${WHO}|${PHONE})${P}`, 'u'),
  new RegExp(`^(?:谁是|哪个是)${PLACE}(?:${office})${P}`, 'u'),
]

const OFFICES: readonly { role: Role; forms: readonly RegExp[] }[] = [
  { role: 'keeper', forms: asked('网格员|网格长|联户长') },
  { role: 'secretary', forms: asked('村?支书|村?书记|村主任|村长|主任') },
  { role: 'clerk', forms: asked('村?文书|会计') },
  { role: 'mediator', forms: asked('调解员|调解主任|人民调解员') },
  { role: 'leader', forms: asked('包村(?:领导|干部)|驻村(?:干部|领导)|镇领导') },
  {
    role: 'duty',
    forms: [
      ...asked('值班(?:领导|干部|员|的)?|镇(?:上|里)值班'),
      // 今天谁值班, 这会儿镇里哪个值班.
      new RegExp(`^(?:今天|今晚|明天|现在|这会儿?|这两天|这几天)?${PLACE}(?:谁|哪个|哪位|是谁)在?(?:值班|值守)${P}`, 'u'),
    ],
  },
]

const manages: readonly RegExp[] = [
  new RegExp(`^${HERE}(\\S{1,8}?)(?:的事情?)?(?:是|归|该|应该|由|都)*(?:谁|哪个|哪位|哪个部门|啥部门)${MANAGES}${P}`, 'u'),
  new RegExp(`^${HERE}(?:谁|哪个|哪位)${MANAGES}(?:着)?(\\S{1,8}?)${P}`, 'u'),
  new RegExp(
    `^${HERE}(?:办|修|弄)?(\\S{1,8}?)(?:的事情?)?(?:要|该|应该|得|去)*(?:找|问|寻)(?:谁|哪个|哪位|啥人)(?:办|问|弄|修|去)?${P}`,
    'u',
  ),
]

/** 我们社的网格员是谁, 村支书电话多少, 路灯谁管呢, 咱村谁管水; null for anything else. */
export function readWhoIs(text: string): WhoIs | null {
  const words = withoutMarks(text).replace(WHEN, '').replace(ASKED, '')
  if (words.length > 24) return null
  for (const { role, forms } of OFFICES) {
    const found = forms.map((form) => form.exec(words)).find((f) => f !== null)
    if (found) return { office: role, where: (found[1] ?? '').replace(/的$/u, '') }
  }
  for (const form of manages) {
    const thing = form.exec(words)?.[1]?.replace(/^(?:那个|这个)/u, '')
    if (thing && thing.length < 7 && !WRONG.test(thing) && !TOLD.test(thing) && (thing.length > 1 || SHORT.test(thing))) return { thing }
  }
  return null
}
