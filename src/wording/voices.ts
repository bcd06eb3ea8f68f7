/** Where nobody can listen, and where what was heard was not what was said. */
export const pleaseType = '好的，请打字说一句。'
export const cannotListen = '语音这里听不了，请打字说一句。'
export const notUnderstood = '没听清，请打字说一句。'

export const heardAs = (text: string): string => `听到的是：“${text}”。对就回“是”，不对请打字说一句。`
