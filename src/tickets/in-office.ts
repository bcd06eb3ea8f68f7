/** Somebody in office, without a title that the roster knows: 在县上上班的人, 公务员, 吃公家饭的. */
const IN_OFFICE =
  /公务员|公职|事业编|体制内|[吃端](?:着)?(?:公家|财政|国家|皇粮|官)饭?|当(?:过|着)?官|官员|公家人|(?:县|镇|乡|市|省|区|城|单位|政府|局|机关|上面|法院|检察院|公安|派出所|学校|银行)(?:上|里|头)?(?:上班|当官|工作|干事|任职|做事|当(?:着)?(?:领导|干部|差)|的(?:领导|干部|人|亲戚))|(?:局|所|镇|乡|县|科|院|站|处)长|人大代表|政协委员|(?:退休|离任|前任)(?:的)?(?:干部|领导|支书|书记|主任|老师)|乡贤|能人/u

/** That somebody stands behind it, or in front. */
const BACKED =
  /领(?:的|了|着)?头|带(?:的|了|着)?个?头(?!发)|挑(?:的|了|着)?头|牵(?:的|了|着)?头|为首|撑(?:着)?腰|后台|靠山|保护伞|(?:上面|上头|背后|后面|后头|上边|县里|县上|镇里|镇上|市里|局里)有(?:人|关系|亲戚)|有(?:关系|背景|来头|门路)|仗(?:着|势)|罩着|打(?:了|过)?招呼|说(?:了)?情|通着气|官官相护|不敢(?:管|惹|说)|没人敢/u

/** What nobody may do, whoever they are. */
const WRONG =
  /砍|占|抢|霸|私自|偷|强行|强拆|违建|违规|违法|乱(?:建|挖|采|砍|收)|倒卖|卖(?:了|掉)?.{0,6}(?:地|林|树|沙|石|集体)|(?:盖|建|修)(?:了|起)?.{0,6}(?:房|楼|院|祠堂|坟|厂|棚)|圈(?:了|地)|挖(?:了|沙|山|河)|采(?:石|砂|沙)|欺(?:负|压|男)|打人|打(?:了|伤)|骂|威胁|赌|贪|吞|分(?:了|掉)|收.{0,6}(?:钱|费)|报复|闹|堵|拆(?:了|人)|毁|不让|集体(?:的)?(?:地|林|树|山|钱|土地)/u
const NEAR = 30

const near = (text: string, one: RegExp, other: RegExp): boolean =>
  [...text.matchAll(new RegExp(one.source, 'gu'))].some((found) =>
    other.test(text.slice(Math.max(0, found.index - NEAR), found.index + found[0].length + NEAR)),
  )

/**
 * Whether somebody in office, or somebody whom one in office protects, is said to have a part in a wrong. Who that is may be
 * unknown; that it is said makes it nobody's business but the one's above.
 */
export const hintsAtOffice = (text: string): boolean => near(text, IN_OFFICE, WRONG) || near(text, BACKED, WRONG)
