const list = (labels: readonly string[]): string => labels.join('、')

/** 忘记我: what goes, what must stay, one word to say it. */
export const askToForget =
  '您说过的话、照片、语音、电话和账号都会删掉，您报过的事只留事情本身，写成“一位居民”。信访、调解、移送的材料，法律要求存档，照留。\n想好了请回“是”。'
export const alreadyForgetting = '记着了，到时候自动删，不用再说。反悔了回“撤销”。'
export const willForget = (open: readonly string[]): string =>
  open.length > 0
    ? `好。${list(open)}还没办完，办完了自动删；不想等，可以先“撤回”。`
    : '好，十分钟后就删，这中间反悔了回“撤销”。以后您再说话，就当新认识的人。'
export const namedByOffice = '您在村里有职务，经手的事要留名，现在不能忘。离任以后再说一声就行。'

/** 忘记 坪03, by whoever keeps the roster, for somebody who is not on WeChat. */
export const askToForgetTeller = (label: string, name: string): string =>
  `${label}是${name}讲的。姓名、电话和原话都会删掉，只留事情，写成“一位居民”，删了找不回来。\n确定请回“是”。`
export const willForgetTeller = (label: string, isOver: boolean): string =>
  isOver ? `好，十分钟后删去${label}反映人的信息，反悔了回“撤销”。` : `好。${label}还没办完，办完了自动删去反映人的信息。`
export const tellerIsHere = (label: string): string => `${label}的反映人在微信上，请本人对我说“忘记我”。`
export const nobodyThere = (label: string): string => `${label}没有留反映人的信息。`

/** What npm run forget says. */
export const forgetProgram = {
  usage: '用法：npm run forget -- 姓名、电话或编号（工作簿里的人员编号，或事项编号，例如 坪03） [--commit]',
  noTown: '还没有导入乡镇。',
  nobody: (said: string): string => `没有找到“${said}”。`,
  several: (said: string, ids: readonly string[]): string => `“${said}”有${ids.length}个人，请写编号：${list(ids)}`,
  office: (name: string): string => `${name}现在有职务，经手的事要留名，请先办“离任”。`,
  open: (name: string, labels: readonly string[]): string => `${name}的${list(labels)}还没办完，请先办完或撤回。`,
  would: (name: string): string => `${name}：会删去、清空或改写`,
  did: (name: string): string => `${name}：已删去、清空或改写`,
  row: (table: string, count: number): string => `  ${table} ${count}`,
  stays: (matters: number): string => `留下${matters}件事，写成“一位居民”。`,
  dry: '这是试算，什么都没动。确定要删，加上 --commit 再来一次。',
}
