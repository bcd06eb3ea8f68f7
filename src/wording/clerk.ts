export const registered = (label: string, title: string): string => `【${label}】登记了：${title}。`
export const notAMatter = '好的，不登记。'
export const tooLate = '这件已经处理过了。'
