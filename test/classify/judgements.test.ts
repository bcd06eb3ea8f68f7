import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClassifier } from '../../src/classify/classify.ts'
import { type Danger, Judgement, type Sensitivity } from '../../src/domain/judgement.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

const { judge } = createClassifier({ duties: sampleDuties, places: ['坪头村', '三社', '大桥头'] })

describe('what kind it is, and whose duty', () => {
  it.each<[text: string, kind: Judgement['kind'], duty: string | null]>([
    ['三社路口的路灯又不亮了', 'village', 'V-LAMP'],
    ['二社从昨天就停水了', 'village', 'V-WATER'],
    ['我家没水', 'village', 'V-WATER'],
    ['三社停电了', 'village', 'V-POWER'],
    ['河边那段路又塌了', 'village', 'V-ROAD'],
    ['垃圾箱满了一个礼拜，没人来拉', 'village', 'V-WASTE'],
    ['野猪把坡上的苞谷全拱了', 'village', 'V-ANIMAL'],
    ['养猪场太臭了，全庄人开不了窗', 'village', 'V-POLLUTE'],
    ['退耕还林的钱今年咋还没到账', 'village', 'V-SUBSIDY'],
    ['隔壁把地界石往我家地里挪了半米', 'neighbour', 'N-BOUND'],
    ['隔壁养猪太臭了', 'neighbour', 'N-STOCK'],
    ['楼上漏水漏到我家厨房了', 'neighbour', 'N-LEAK'],
    ['邻居借我三千块两年了不还', 'neighbour', 'N-DEBT'],
    ['对门的狗不拴，把我娃咬了', 'neighbour', 'N-DOG'],
    ['我家低保咋停了', 'household', 'H-DIBAO'],
    ['娃的户口咋上，要带啥', 'household', 'H-HUKOU'],
    ['医保今年交多少', 'household', 'H-MEDINS'],
    ['几个儿子都不管老人，老妈一个人住着', 'household', 'H-ELDER'],
    ['我想批一块宅基地，手续咋办', 'household', 'H-HOUSEPLOT'],
    ['我家土房裂了大口子，能不能报危房改造', 'household', 'H-DANGER'],
  ])('%s → %s %s', (text, kind, duty) => {
    expect(judge(text)).toMatchObject({ kind, duty, danger: null })
  })

  it.each([
    '收到',
    '好的',
    '谢谢大家',
    '+1',
    '👍👍',
    '[强][强]',
    '哈哈哈哈',
    '大家早上好',
    '新年快乐',
    '今天天气真好',
    '气死我了',
    '雨下得好大呀',
    '打死也不去',
    '明天停电吗',
    '晚上过来喝酒',
    '路灯修好了，谢谢',
    '通知：明天上午九点在村委会开会，请准时参加',
    '各位村民，请于月底前交医保',
    '#接龙 交医保\n1. 一户\n2. 两户',
    'https://example.com/a',
    '您好，您反映的问题已收悉，我镇立即安排人员核查',
    '',
    '   ',
    '。。。',
  ])('leaves %j alone', (text) => {
    expect(judge(text).kind).toBe('none')
    expect(judge(text).matter).toBeLessThan(0.5)
  })

  it('reads several lines as one report', () => {
    expect(judge('自来水\n二社从昨天就停水了')).toMatchObject({ kind: 'village', duty: 'V-WATER', places: ['二社'] })
  })

  it('works without a duty list', () => {
    const bare = createClassifier({ duties: [], places: [] })
    expect(bare.judge('三社路口的路灯又不亮了')).toMatchObject({ kind: 'village', duty: 'V-LAMP' })
  })
})

describe('emergencies', () => {
  it.each<[text: string, danger: Danger, kind: string]>([
    ['快来人啊，后山着火了，往村里烧过来了', 'fire', 'village'],
    ['河堤决口了，水进屋了', 'flood', 'village'],
    ['后山滑坡了，石头砸到房上了', 'landslide', 'village'],
    ['楼道里煤气味很大', 'gas', 'village'],
    ['老院的房塌了，人压在里头', 'collapse', 'village'],
    ['高压线断了掉在路上', 'electric', 'village'],
    ['街上打起来了，有人拿着刀', 'brawl', 'village'],
    ['三轮车翻到沟里了，人还在下面', 'accident', 'village'],
    ['我妈早上出去找不到人了', 'missing', 'village'],
    ['我男人又喝酒打我，我和娃不敢回家', 'violence', 'household'],
    ['我不想活了', 'selfharm', 'household'],
    ['有人喝农药了，快来', 'selfharm', 'household'],
    ['我想死', 'selfharm', 'household'],
    ['我真的想死', 'selfharm', 'household'],
    ['老婆说想死，不吃饭', 'selfharm', 'household'],
    ['娃被锁在屋里打得身上都是伤', 'child', 'household'],
  ])('%s → %s', (text, danger, kind) => {
    expect(judge(text)).toMatchObject({ danger, kind })
  })

  it.each([
    '火灾演习定在明天下午',
    '听说去年老李家着火了',
    '昨晚电影里那个房子塌了',
    '想死你了',
    '想死我了',
    '作业多得想死',
    '热死了',
    '热死我了',
    '笑死我了哈哈',
    '谁家的狗走丢了',
    '这歌一下就火了',
    '请大家注意森林防火，严禁带火种上山',
    '小时候发大水，房子都淹了',
    '火已经扑灭了，没着火',
    '晚上吃火锅',
    '打我电话',
    '下雨天路滑，注意别出车祸',
  ])('%s is no emergency', (text) => {
    expect(judge(text).danger).toBeNull()
  })
})

describe('what must not be told in the group', () => {
  it.each<[text: string, sensitivity: Sensitivity | null]>([
    ['村支书收了钱才给办低保', 'cadre'],
    ['文书态度太差了，去问个事爱理不理', 'cadre'],
    ['村主任把地包给他亲戚了', 'cadre'],
    ['我们全村联名要求查村里的账', 'petition'],
    ['小卖部后面天天有人聚众赌博', 'crime'],
    ['我爸得了癌症，没钱看病，想申请救助', 'illness'],
    ['离婚后他不给抚养费', 'family'],
    ['三社路口的路灯又不亮了', null],
    ['娃的户口咋上，要带啥', null],
    ['请支书来给我和隔壁调解一下地界', null],
  ])('%s → %s', (text, sensitivity) => {
    expect(judge(text).sensitivity).toBe(sensitivity)
  })
})

describe('for whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '路灯',
          '坏了',
          '三社',
          '邻居',
          '我妈',
          '低保',
          '，',
          '\n',
          '13812345678',
          '5000元',
          '😂',
          '了',
          '离婚',
          '\ud800',
          '着火',
        ),
        { maxLength: 60 },
      )
      .map((a) => a.join('')),
  )

  it('gives a judgement within the contract, and the same one twice', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const judgement = judge(text)
        Judgement.parse(judgement)
        expect(judge(text)).toEqual(judgement)
        expect(Array.from(judgement.title).length).toBeLessThanOrEqual(16)
        expect(judgement.title).not.toMatch(/\d{6,}|\n/u)
        expect(judgement.kind === 'none').toBe(judgement.title === '')
      }),
    )
  })

  it.each([
    '啊'.repeat(1_000_000),
    '1'.repeat(1_000_000),
    '路灯坏了，'.repeat(200_000),
    `${'(('.repeat(400_000)}`,
    '\ufdfa'.repeat(500_000),
  ])('takes a megabyte without harm', (text) => {
    Judgement.parse(judge(text))
  })
})

describe('behind doors', () => {
  it.each([
    ['昨晚拿刀割自己，胳膊缝了五针', 'selfharm'],
    ['他把门反锁了，说今晚要打死我和娃', 'violence'],
  ])('%s is cried out to nobody', (text, danger) => {
    expect(judge(text)).toMatchObject({ kind: 'household', danger, sensitivity: danger })
  })
})
