/** The page from which the villages' posters are taken. */
export const codeWords = {
  title: '说事码',
  lead: '海报打印出来贴在村部、小卖部、车站。乡亲扫一扫就能说事，不用进群。码不会变，贴一次就行。',
  all: (count: number): string => `${count}个村的海报，一份 PDF`,
  pdf: '海报 PDF',
  png: '海报图片',
  look: '打开页面',
  tell: '替别人说',
  noAddress: '手机还打不开这里，海报先出不了。请镇里管机器人的人设好 PUBLIC_URL（手机能打开的网址）。',
  file: (place: string): string => `${place}说事码海报`,
} as const
