import { dutiesOf, MEDIATION_ROOM, OWN_RULE, TOWN_HALL } from './row.ts'

const MEDIATION = '人民调解法；时限为本镇设定'
const CIVIL = '民法典相邻关系、人民调解法；时限为本镇设定'

/** 邻里事: the mediator owns nearly all of them, and most begin with a talk. */
// biome-ignore format: a table; each duty is one line of facts and its sentences below
export const neighbourDuties = dutiesOf('neighbour', [
  ['N-BOUND', '土地', '地界纠纷', '地界', 'mediator', 'between', { words: '地界 地畔 占了我家地 地埂 界石 挪界 地边 多占 院墙 宅基地边 四至 挖地埂 林界',
    does: '双方到场一起丈量，看证和老界，谈成的写调解协议。', bring: '承包证、宅基地证或老契约', at: MEDIATION_ROOM, basis: '农村土地承包经营纠纷调解仲裁法、人民调解法；时限为本镇设定', with: ['secretary'], talk: true }],
  ['N-DRAIN', '房屋', '屋檐排水滴水', '滴水', 'mediator', 'between', { words: '滴水 屋檐水 房檐 雨水流到 排水沟堵 阳沟 水往我家流 院子水 檐水 接水槽 墙根',
    does: '下雨前后各看一次，商量接水槽或改沟，谈成的写协议。', bring: '不用材料，最好有下雨时的照片', at: MEDIATION_ROOM, basis: CIVIL, talk: true }],
  ['N-PATH', '通行', '出入道路通行', '通行', 'mediator', 'between', { words: '挡路 堵路 不让走 出路 过道 巷道 路给堵了 车出不去 砌墙挡 栽桩 门前路 借路',
    does: '先劝开通道，再请双方说清老路和出路，谈成的写协议。', bring: '有关的证或老约定', at: MEDIATION_ROOM, basis: CIVIL, with: ['secretary'], talk: true }],
  ['N-LIGHT', '房屋', '采光通风', '采光', 'mediator', 'between', { words: '采光 挡光 挡太阳 盖高了 加层 窗户 通风 遮住 盖房太近 滴檐距离 晒不到',
    does: '现场量高和距离，查建房手续，请双方商量改法。', bring: '建房批准手续', at: MEDIATION_ROOM, basis: CIVIL, talk: true }],
  ['N-LEAK', '房屋', '漏水渗水', '渗水', 'mediator', 'between', { words: '漏水到我家 渗水 墙湿了 楼上漏 隔壁漏水 水窖渗 墙皮掉 地基泡 返潮',
    does: '上门找出水从哪来，商量谁修、怎么分担。', bring: '照片', at: MEDIATION_ROOM, basis: CIVIL }],
  ['N-TREE', '种植', '树木纠纷', '树木', 'mediator', 'between', { words: '树 树枝 树根 遮地 砍树 核桃树 竹子 伸过来 树叶 树长到 锯树 果子掉',
    does: '到现场看树的归属和影响，商量修枝、移栽或补偿。', bring: '林权证等（有的话）', at: MEDIATION_ROOM, basis: CIVIL }],
  ['N-STOCK', '养殖', '畜禽扰邻', '畜禽', 'mediator', 'between', { words: '鸡 鸭 猪圈 羊 牛 吃庄稼 鸡进院子 粪 臭 圈舍 放羊 踩地 牛吃麦',
    does: '劝养的一方圈好、清粪，损失的两家当面核算。', bring: '受损照片', at: MEDIATION_ROOM, basis: CIVIL, with: ['keeper'] }],
  ['N-DOG', '养殖', '养狗伤人', '养狗', 'mediator', 'between', { words: '狗 咬人 狗咬了 拴狗 狗叫 恶狗 没拴 狂犬疫苗 扑人 大狗 邻居家狗',
    does: '被咬的先冲洗伤口、去打疫苗，再谈费用，劝主人拴好。', bring: '就医票据、照片', at: MEDIATION_ROOM, basis: '民法典饲养动物损害责任；时限为本镇设定', with: ['keeper'] }],
  ['N-NOISE', '安宁', '邻里噪声', '吵闹', 'mediator', 'between', { words: '太吵 音响大 半夜吵 唱歌 打麻将 敲打 睡不着 隔壁吵 邻居放歌 打鸣 切割机',
    does: '调解员上门提醒时间和音量，反复的约双方一起说。', bring: '不用材料，记下时间', at: MEDIATION_ROOM, basis: '噪声污染防治法、人民调解法；时限为本镇设定' }],
  ['N-DEBT', '钱物', '邻里借款欠账', '欠账', 'mediator', 'between', { words: '欠钱 借钱不还 借条 欠账 工钱 赊账 打欠条 要账 还钱 本金 利息 彩礼退',
    does: '核对借条和往来，商量还法和日期；谈不成的说明起诉途径。', bring: '借条、转账记录', at: MEDIATION_ROOM, basis: '民法典、人民调解法；时限为本镇设定', talk: true }],
  ['N-INSULT', '安宁', '辱骂口角', '口角', 'mediator', 'between', { words: '骂人 吵架 吵嘴 骂街 造谣 说闲话 侮辱 口角 传闲话 污蔑 指桑骂槐 堵门骂',
    does: '先分开、各听各说，平静后再约到一起。', bring: '不用材料', at: MEDIATION_ROOM, basis: MEDIATION }],
  ['N-FIGHT', '安宁', '打架伤害', '打架', 'mediator', 'between', { words: '打架 打人 动手 打伤 被打了 推搡 拿刀 流血 住院 打起来 拿铁锹 赔医药费',
    does: '正在打先报110，伤了先就医；事后由派出所和调解员处理医药费。', bring: '就医票据、伤情材料', at: `报警110；${MEDIATION_ROOM}`, basis: '治安管理处罚法、人民调解法；时限为本镇设定', with: ['duty'], mode: 'joint' }],
  ['N-DAMAGE', '钱物', '损坏赔偿', '赔偿', 'mediator', 'between', { words: '撞坏 弄坏 压坏 赔 打碎玻璃 砸了 压了庄稼 墙撞倒 挖断 不赔 损坏 蹭车',
    does: '看现场、核损失，商量修复或赔多少。', bring: '照片、维修票据', at: MEDIATION_ROOM, basis: MEDIATION }],
  ['N-WASTE', '环境', '垃圾柴堆占道', '柴堆', 'mediator', 'between', { words: '柴堆 柴草 草垛 堆在门口 粪堆 占道 堆料 沙子石头 倒我家门口 杂物 炉灰 堆到路上',
    does: '网格员先劝挪开，不挪的由调解员约双方说。', bring: '照片', at: MEDIATION_ROOM, basis: CIVIL, with: ['keeper'] }],
  ['N-WATER', '用水', '邻里争水', '争水', 'mediator', 'between', { words: '抢水 争水 浇水顺序 截水 把水堵了 共用水管 水费谁出 轮水 偷水 断我家水 水钱',
    does: '问清轮水规矩和管路，定出顺序和分摊，写在纸上。', bring: '不用材料', at: MEDIATION_ROOM, basis: CIVIL, with: ['clerk'], talk: true }],
  ['N-OTHER', '其他', '其他邻里事', '邻里事', 'mediator', 'between', { words: '邻居 隔壁 邻家 两家 对门 闹矛盾 纠纷',
    does: '调解员先分别听，再看要不要约到一起说。', bring: '不用材料', at: `${MEDIATION_ROOM}；${TOWN_HALL}`, basis: OWN_RULE }],
])
