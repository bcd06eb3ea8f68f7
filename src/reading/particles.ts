/** 修好咧, 弄完啦, 好了嘛: how 了 is said here; but 好嘞, 妥嘞 and 好咧 by themselves say yes. */
const DONE_PARTICLE =
  /(?<=\p{Script=Han})(?<!^(?:好咧[，, ]*)*好)咧(?![着嘴开])|(?<=[好完妥定决通亮成结走起来去上下开到一适停掂净平牢钱金灯])(?:咯|喽|啦|(?<!^[好妥])[嘞哒咗]|唠)|(?<=了)(?:咧|咯|喽|啦|嘞|哩|呢|嘛|哦|噢|哈|啊)(?=[\s，,。.!！]|$)/gu

/** An order with 了 where the speaker's dialect has another particle. */
export const withPlainParticles = (text: string): string =>
  text.replace(DONE_PARTICLE, (_, at: number, whole: string) => (whole[at - 1] === '了' ? '' : '了'))
