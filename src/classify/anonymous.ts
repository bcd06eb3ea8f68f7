/** 别说是我说的: said together with the matter itself. */
const NO_NAME =
  /(?:别|不要|莫)(?:说|讲|告诉(?:别人|他们?|人家))?(?:是)?我(?:说|讲|反映|举报|报)的|(?:别|不要|莫)(?:说|提|露|写)(?:出)?我(?:的)?(?:名字|姓名|名)|匿名(?:反映|举报)?|给我保密|别(?:公开|在群里说)/u

export const wantsNoName = (text: string): boolean => NO_NAME.test(text)
