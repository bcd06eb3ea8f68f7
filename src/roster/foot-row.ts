/** 合计, 一社小计, 合　计：12 */
const SUM = /^\D{0,12}(?:合计|总计|小计|共计|累计|总数)(?:[:：(（].*|\d+[人户条项个]?)?$/u
/** 填表人：王芳, 审核人签字, 制表时间 2026-11-20 */
const SIGNED =
  /^(?:(?:填表|制表|填报|造册|审核|审批|复核|核对|经办|校对|主管|负责|联系|单位负责|分管领导)(?:人|员|单位|部门|日期|时间|领导)?(?:签字|签名|盖章)?|村委会盖章|盖章|签字|日期)(?:[:：(（]|$|\s|\d)/u
/** 备注：…, 注：…, 第1页 共3页, 共12人 */
const REMARK = /^(?:备注|说明|附注?|注)\s*[:：]|^第\s*\d+\s*页|^共\s*\d+\s*[页人户条项]/u

/** Below a table people add it up and sign it; what a row says first, or the one word of a sum, tells. */
export function isFootRow(texts: readonly string[]): boolean {
  const [typed = ''] = texts
  const [first, ...others] = texts.map((text) => text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''))
  if (first === undefined) return false
  return (
    SUM.test(first) ||
    SIGNED.test(first) ||
    SIGNED.test(typed) ||
    REMARK.test(first) ||
    others.some((it) => /^(?:合计|小计|总计|共计)$/u.test(it))
  )
}
