/** What is said about groups that want in, people nobody knows yet, and posts that wait for a hand. */
const named = (group: string | null): string => (group ? `群“${group}”` : '一个群')

export const askBind = (group: string | null, village: string): string =>
  `${named(group)}想接入${village}，里面说的事由我登记。同意吗？回“是”或“不是”。`
export const askBindWhere = (group: string | null): string =>
  `${named(group)}里有人说话，还没接入哪个村。要接入回“绑定 村名”，不用就不用回。`
export const boundNow = (group: string | null, village: string): string => `${named(group)}接入${village}了。`
export const refusedNow = (group: string | null): string => `好，不接入${named(group)}。`
export const alreadyBound = '这个群已经接入了。'
export const nothingToBind = '没有等着接入的群。先在那个群里说一句“绑定 村名”。'
export const bindWhere = '接入哪个村？比如“绑定 坪头村”。'
export const whichGroup = (names: readonly string[]): string =>
  `有几个群等着：${names.map((n) => `“${n}”`).join('、')}。请带上群名，比如“绑定 坪头村 ${names[0] ?? ''}”。`

/** The first words in a group that was bound. A photo alone never reaches a bot that hears only mentions. */
export const greetGroup = (village: string, onlyMentions: boolean): string =>
  onlyMentions
    ? `已接入${village}。有事@我说，我来登记、找人办。照片要和字一起@我发。`
    : `已接入${village}。有事直接说，我来登记、找人办，结果也发在这里。`

export const robotKept = (group: string): string => `记下了，“${group}”里的话以后由群机器人发。`
export const robotHow = '请把群机器人的地址一起发来：“机器人 村名 地址”。地址在企业微信“消息推送”里复制。'

export const tiedNow = (place: string, name: string): string => `知道了，说话的是${place}${name}。`
export const nobodyToTie = '没有要认的人。请引用他说的话，回“认人 姓名”。'
export const tieWhom = '他是谁？比如“认人 周大爷”。'
export const tieNobody = (name: string): string => `名册上没有${name || '这个人'}，请写全名。`
export const tieWhich = (people: readonly string[]): string =>
  `有几位同名：${people.join('、')}。请带上社名，比如“认人 ${people[0] ?? ''}”。`
export const tieCadre = (name: string): string => `${name}是干部，要由镇值班或镇领导来认。`

export const postedNow = (group: string, left: number): string => `记下了，“${group}”的已发。${left > 0 ? `还有${left}条等着发。` : ''}`
export const nothingToPost = '没有等您发的。'

export const leadersGroupName = '说事 · 镇领导'
export const leadersGroupMade = '这个群由说事建好了。机器人听不到这里的话，有事请一对一找我。'

/** A group that came without a name. */
export const groupOfVillage = (village: string): string => `${village}的群`
