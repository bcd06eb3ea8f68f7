/** The commonest: what begins with one and is as long as a name may be one, where a name is looked for. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎常武乔贺赖龚庞樊兰殷施陶洪翟颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦柳邢骆岳齐梅莫庄辛祝谷祁舒耿牟詹苗凌靳童甄裴席鲍覃霍翁隋甘景柏柯阮柴冉辜饶瞿戚滕晋苑臧宫苟褚娄奚穆郎冀姬栾郁窦敖鄢卓仇艾蓝巩虞卞佟匡巫鞠桑荆谌岑胥蔺'

const NAME = new RegExp(`^[${SURNAMES}]\\p{Script=Han}{1,2}$`, 'u')
export const mayBeName = (word: string): boolean => NAME.test(word)
