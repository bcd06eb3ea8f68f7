/** Somebody in office, without a title that the roster knows: 在县上上班的人, 公务员, 吃公家饭的. */
const IN_OFFICE =
  /公务员|公职|事业编|体制内|[吃端](?:着)?(?:公家|财政|国家|皇粮|官)饭?|当(?:过|着)?官|官员|公家人|(?:县|镇|乡|市|省|区|城|单位|政府|局|机关|上面|法院|检察院|公安|派出所|学校|银行)(?:上|里|头)?(?:上班|当官|工作|干事|任职|做事|当(?:着)?(?:领导|干部|差)|的(?:领导|干部|人|亲戚))|(?:局|所|镇|乡|县|科|院|站|处)长|人大代表|政协委员|(?:有人|儿子|女儿|女婿|儿媳|媳妇|亲戚|兄弟|哥|弟|姐夫|妹夫|老汉|男人)(?:就)?(?:是|在)(?:[县镇乡市省区]|上面|我们)?(?:上|里|的)?(?:法院|检察院|公安局?|派出所|政府|信用社|银行|税务|国土所?|自然资源|水利[局站]?|林业[局站]?|教育局|民政|社保|城管|交警|警察|供电所|干部|领导|当(?:着)?官)|(?:[县镇乡市省区村])(?:上|里)?(?:一个|哪个|某个|有个)?(?:领导|干部)(?:家|他|的|本人)|(?:退休|离任|前任)(?:的)?(?:干部|领导|支书|书记|主任|老师)|乡贤|能人/u

/** That somebody stands behind it, or in front. */
const BACKED =
  /领(?:的|了|着)?头|带(?:的|了|着)?个?头(?!发)|挑(?:的|了|着)?头|牵(?:的|了|着)?头|为首|撑(?:着)?腰|后台|靠山|保护伞|(?:上面|上头|背后|后面|后头|上边|县里|县上|镇里|镇上|市里|局里)有(?:人|关系|亲戚)|有(?:关系|背景|来头|门路)|仗(?:着|势)|罩着|打(?:了|过)?招呼|说(?:了)?情|通着气|官官相护|(?:跟|和|与)[^，。]{0,8}(?:熟得?很?|走得近|关系好|穿一条裤子|是一伙|一个鼻孔出气)|不敢(?:管|惹|说)|没人敢/u

/** What nobody may do, whoever they are. */
const WRONG =
  /砍|占|抢|霸|私自|偷|强行|强拆|违建|违规|违法|乱(?:建|挖|采|砍|收)|倒卖|卖(?:了|掉)?.{0,6}(?:地|林|树|沙|石|集体)|(?:盖|建|修)(?:了|起)?.{0,6}(?:房|楼|院|祠堂|坟|厂|棚)|圈(?:了|地)|挖(?:了|沙|山|河)|采(?:石|砂|沙)|欺(?:负|压|男)|打人|打(?:了|伤)|骂|威胁|赌|贪|吞|分(?:了|掉)|收.{0,6}(?:钱|费)|报复|闹|堵|拆(?:了|人)|毁|压(?:坏|烂|断)|挖得|不让|集体(?:的)?(?:地|林|树|山|钱|土地)/u
/** Public money that somebody got who should not have: nobody but one in office can see to that. */
const MISUSED = /冒领|虚报|挪用|私吞|侵吞|截留|克扣|吃空饷|骗(?:取|套)|套取/u
/** The work, the money or the turn that somebody's kin got. */
const KIN =
  /(?:[村镇县乡](?:上|里)|上面|干部|领导|支书|主任|书记|社长|队长|文书|会计|网格员|谁谁谁)[^，。]{0,5}(?:亲戚|侄[子儿女]|外甥|女婿|小舅子|儿子|子女|兄弟|姐夫|妹夫|连襟|亲家|媳妇)[^，。]{0,6}(?:包|揽|干的|修的|建的|装的|开的|拿|占|领|吃|圈|先)/u
/** What was put where somebody in office lives, and not where others do. */
const AT_THEIRS =
  /(?:装|修|通|接|打|铺|拉)(?:在|到)[^，。]{0,6}(?:干部|支书|主任|书记|社长|队长|文书|会计|领导)(?:家|门|屋)[^。]{0,12}(?:我们|咱|别人|其他|这[边达里]|群众|老百姓|一个(?:都|也))/u
const NEAR = 30

const near = (text: string, one: RegExp, other: RegExp): boolean =>
  [...text.matchAll(new RegExp(one.source, 'gu'))].some((found) =>
    other.test(text.slice(Math.max(0, found.index - NEAR), found.index + found[0].length + NEAR)),
  )

/**
 * Whether somebody in office, or somebody whom one in office protects, is said to have a part in a wrong. Who that is may be
 * unknown; that it is said makes it nobody's business but the one's above.
 */
export const hintsAtOffice = (text: string): boolean =>
  near(text, IN_OFFICE, WRONG) || near(text, BACKED, WRONG) || [MISUSED, KIN, AT_THEIRS].some((it) => it.test(text))
