import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { one, type Scene, startScene, undated } from '../support/measure-scene.ts'

let scene: Scene
let lamp: string
let border: string
let nominees: string[]
beforeAll(async () => {
  scene = await startScene()
  await scene.say(one(scene.residents), '三社路口的路灯不亮了')
  await scene.say(one(scene.residents, 1), '我家隔壁把地界石往我家地里挪了半米，占了我家的地')
  const tickets = await scene.town.tickets(`village=${encodeURIComponent('坪头村')}`)
  lamp = one(tickets.filter((t) => t.kind === 'village')).number
  border = one(tickets.filter((t) => t.kind === 'neighbour')).number
  // Some are on no roster.
  nominees = [...scene.residents.slice(2, 8).map((r) => r.name), '何建设', '马秀花', '牛满仓', '柳春来', '汪海霞', '石满意']
})
afterAll(() => scene.town.close())

const told = (who: keyof Scene['people'], text: string) => scene.tell(scene.people[who], text)

describe('a matter is handed over', () => {
  it.each([
    ['移送 坪 12345 编号20260618', '移送12345，编号20260618'],
    ['移送 坪 编号20260619 12345', '移送12345，编号20260619'],
    ['移送 坪 法院 暂无', '移送法院，还没有编号'],
    ['移送 坪 暂无 法院', '移送法院，还没有编号'],
    ['移送 法院 坪 暂无', '移送法院，还没有编号'],
    ['移送 综治中心 坪 编号Z0012', '移送综治中心，编号Z0012'],
    ['移送 坪 12月20日 派出所 编号A1234', '移送派出所，编号A1234，对方12月20日（周日）前答复'],
    ['移送 坪 编号A1235 派出所 12月20日', '移送派出所，编号A1235，对方12月20日（周日）前答复'],
    ['移送 坪 给县信访局 文号：X2026001', '移送县信访局，编号X2026001'],
    ['转出 坪 土地仲裁 还没有编号', '移送土地仲裁，还没有编号'],
  ])('%s', async (text, answer) => {
    expect(await told('clerk', text.replace('坪', lamp))).toContain(answer)
  })

  it('and only what is missing is asked for', async () => {
    expect(await told('clerk', `移送 ${lamp} 编号B2026`)).toContain('移送到哪里')
    expect(await told('clerk', '综治中心')).toContain('移送综治中心，编号B2026')
    expect(await told('clerk', `移送 ${lamp} 综治中心 12月18日`)).toContain('编号是多少')
    expect(await told('clerk', 'Z0099')).toContain('编号Z0099，对方12月18日（周五）前答复')
    expect(await told('clerk', `移送 ${lamp} 法院 暂无 下月初`)).toContain('“下月初”是哪一天')
    expect(await told('clerk', '12月8日')).toContain('移送法院，还没有编号，对方12月8日（周二）前答复')
  })
})

describe('a plot', () => {
  it.each([
    '丈量 坪 边长 20 10 20 10 对角 22.36',
    '丈量 坪 对角 22.36 边长 20 10 20 10',
    '丈量 坪 对角线22.36，边长20、10、20、10',
    '丈量 坪 四边 20 10 20 10，对角22.36',
    '丈量 坪 在场 甲方王勇 乙方李志强 边长 20 10 20 10 对角 22.36',
    '丈量 坪 边长 20 10 20 10 在场 甲方王勇 乙方李志强 对角 22.36',
    '丈量 坪 对角 22.36 在场 甲方王勇 乙方李志强 边长 20 10 20 10',
    '丈量 坪 基线朝东 边长 20 10 20 10 对角 22.36',
    '丈量 坪 边长 20 10 20 10 基线朝东 对角 22.36 另一条对角线 22.36',
    '丈量 坪 复核 22.36 对角 22.36 边长 20 10 20 10',
    '量地 坪 边长：20米 10米 20米 10米 对角：22.36米',
  ])('is measured the same: %s', async (text) => {
    await told('mediator', text.replace('坪', border))
    expect((await scene.wordsOf(scene.people.mediator)).slice(-2).join('\n')).toMatch(/面积200\.\d\d平方米/u)
  })

  it.each([
    ['甲方认可', '甲方认可'],
    ['认可 甲方', '甲方认可'],
    ['乙方不认可 说少量了半米', '乙方不认可：说少量了半米'],
    ['不认可 乙方 说少量了半米', '乙方不认可：说少量了半米'],
    ['乙方李志强不认可 说少量了半米', '乙方不认可：说少量了半米'],
    ['乙方 李志强 没意见', '乙方认可'],
    ['没意见 乙方李志强', '乙方认可'],
  ])('and what they say to it is heard: %s', async (text, answer) => {
    expect(await told('mediator', `丈量 ${border} ${text}`)).toContain(answer)
  })
})

describe('an agreement', () => {
  it.each([
    '书面 12月10日前界石挪回原处',
    '书面协议 12月10日前界石挪回原处',
    '12月10日前界石挪回原处 书面',
    '12月10日前界石挪回原处，书面协议',
    '界石挪回原处，12月10日前 书面',
    '用书面 界石12月10日前挪回原处',
    '书面：界石挪回原处 12月10日前',
    '界石12月10日之前挪回原处；以后各走各的路，书面',
    '两家说好 书面 12月10日前界石挪回原处',
    '书面12月10日前界石挪回原处',
  ])('has its form and its day wherever they stand: %s', async (text) => {
    expect(await told('mediator', `调解协议 ${border} ${text}`)).toMatch(/书面协议记下了。到期提醒：.*（12月10日（周四）前）/u)
  })

  it('is asked for its form alone, and no day is guessed from it', async () => {
    expect(await told('mediator', `调解协议 ${border} 12月10日前界石挪回原处`)).toMatch(/书面|口头/u)
    expect(await told('mediator', '口头')).toContain('口头协议记下了')
    expect(await told('mediator', `调解协议 ${border} 书面 每年3月1日前付租金；下月初挪界石`)).toContain(
      '“每年3月1日”、“下月初”没听明白是哪一天，到时不提醒',
    )
  })
})

describe('a training', () => {
  it.each([
    '甲、乙 11月20日 防汛演练甲',
    '11月20日 甲、乙 防汛演练乙',
    '防汛演练丙 甲、乙 11月20日',
    '11月20日 防汛演练丁 甲、乙',
    '防汛演练戊 11月20日 甲、乙',
    '上周五 防汛演练己 甲、乙',
    '甲、乙 防汛演练庚 上周五',
    '防汛演练辛，11月20号，甲、乙',
    '20号 甲、乙 防汛演练壬',
    '防汛演练癸 上周五 甲和乙',
  ])('%s', async (text) => {
    const keepers = (await scene.town.people(`role=keeper&village=${encodeURIComponent('坪头村')}`)).map((p) => p.name)
    const said = text.replace(/甲([、和])乙/u, `${one(keepers)}$1${one(keepers, 1)}`)
    expect(await told('clerk', `记培训 ${said}`)).toMatch(/^记下了：11月20日（周五）培训“防汛演练.”，2人/u)
  })

  it('rests on what was said, wherever it was said, and asks only for who was there', async () => {
    const keeper = one(await scene.town.people(`role=keeper&village=${encodeURIComponent('坪头村')}`)).name
    for (const text of [`${keeper} 昨天 称职 依据民主评议`, `依据民主评议 ${keeper} 昨天 优秀`, `昨天 ${keeper} 基本称职 依据民主评议`])
      expect(await told('secretary', `记考核 ${text}`)).toMatch(/^记下了：11月24日（周二）考核“(?:称职|优秀|基本称职)”，1人/u)
    expect(await told('clerk', '记活动 帮老人收玉米 全体网格员 昨天')).toMatch(/活动“帮老人收玉米”，16人/u)
  })
})

describe('the library of short texts', () => {
  it.each([
    ['精神 添 春耕 种子下地前先清渠', /第\d+句/u],
    ['精神 春耕 添 地要趁早犁', /第\d+句/u],
    ['精神 新增 防汛 雨来之前看沟', /第\d+句/u],
    ['精神 改 2 该担的事先站出来', /第2句改成/u],
    ['精神 2 改 该担的事就站出来', /第2句改成/u],
    ['精神 停 3', /停用了/u],
    ['精神 3 停用', /停用了/u],
    ['精神 第3句 启用', /第3句|用上/u],
    ['精神 计划 每10天', /10天/u],
    ['精神 每10天 计划', /10天/u],
    ['精神 计划 两周', /14天/u],
    ['精神 每个月 计划', /30天/u],
    ['精神 停 计划', /不发|停/u],
  ])('%s', async (text, answer) => {
    expect(await told('lead', text)).toMatch(answer)
  })
})

describe('a notice', () => {
  it.each([
    '发通知 坪头村 医保缴费到12月底',
    '发通知 坪头村，医保缴费到12月底',
    '发通知 医保缴费到12月底，坪头村',
    '发通知 医保缴费到12月底 发坪头村群',
    '发通知 医保缴费到12月底。发到坪头村',
    '发通知 医保缴费到12月底（坪头村群）',
    '通知 医保缴费到12月底，坪头村便民群',
    '拟通知 坪头村：医保缴费到12月底',
    '发通知 坪头村群 医保缴费到12月底',
    '发通知 医保缴费到12月底 通知坪头村',
  ])('goes where it is said to go: %s', async (text) => {
    expect(await told('duty', text)).toContain('发到坪头村')
    const asked = (await scene.wordsOf(scene.people.secretary)).at(-1) ?? ''
    expect(asked).toMatch(/医保缴费到12月底/u)
    expect(asked).not.toMatch(/底[，。 （(]*(?:发|通知|坪头)/u)
  })
})

describe('a petition', () => {
  it.each([
    ['信访 登记 徐海燕 征地补偿少算 11月20日收到', '11月20日（周五）'],
    ['信访 登记 11月20日收到 徐海燕 征地补偿少算', '11月20日（周五）'],
    ['信访 徐海燕 11月20日来访 征地补偿少算', '11月20日（周五）'],
    ['信访 登记 征地补偿少算 徐海燕 上周五收到', '11月20日（周五）'],
    ['信访 登记 征地补偿少算，徐海燕，20号来的', '11月20日（周五）'],
    ['信访登记 信访人：徐海燕 诉求：征地补偿少算 昨天来信', '11月24日（周二）'],
    ['信访 登记 诉求：征地补偿少算 信访人：徐海燕', '11月25日（周三）'],
    ['信访 登记 来信 徐海燕 征地补偿少算', '11月25日（周三）'],
    ['信访 登记 徐海燕 来电 征地补偿少算', '11月25日（周三）'],
    ['信访 登记 前天来访 徐海燕 征地补偿少算', '11月23日（周一）'],
  ])('is registered: %s', async (text, received) => {
    expect(await told('duty', text)).toMatch(new RegExp(`登记好了：徐海燕，${received}收到，诉求\\d条`, 'u'))
  })

  it('is asked only for what was not said', async () => {
    expect(await told('duty', '信访 登记 低保停了没给个说法')).toContain('信访人叫什么')
    expect(await told('duty', '徐海燕')).toContain('登记好了：徐海燕')
    expect(await told('duty', '信访 登记 徐海燕')).not.toContain('登记好了')
    expect(await told('duty', '征地补偿少算')).toContain('登记好了：徐海燕')
    expect(await told('duty', '信访 登记 徐海燕 征地补偿少算 上个月收到')).toContain('“上个月”是哪一天')
    expect(await told('duty', '10月20日')).toContain('10月20日（周二）收到')
  })

  it.each([
    ['信访 1 包案 领导', '包案'],
    ['信访 1 领导 包案', '包案'],
    ['信访 包案 1 领导', '包案'],
    ['信访 1 走访 本人说想要个说法', '走访第'],
    ['信访 走访 1 本人说想要个说法', '走访第'],
    ['信访 1 承诺 12月10日前补发', '12月10日（周四）到期前提醒'],
    ['信访 1 补发差额 12月10日前 承诺', '12月10日（周四）到期前提醒'],
    ['信访 1 12月10日 承诺 补发差额', '12月10日（周四）到期前提醒'],
    ['承诺 信1 补发 12月10日前', '12月10日（周四）到期前提醒'],
    ['信访 1 受理', '受理了'],
    ['信访 1 认定 1 有理 已补发', '诉求1：'],
    ['信访 1 认定 有理 诉求1', '诉求1：'],
    ['信访 1 延期 15天 情况复杂', '延到'],
    ['信访 1 情况复杂 延期 5天', '延到'],
    ['信访 1 延期 一两天 等县里回话', '延到'],
  ])('goes its steps: %s', async (text, answer) => {
    expect(await told('lead', text.replace('领导', scene.people.lead.name))).toContain(answer)
  })

  it('is passed on once the office and its number are known', async () => {
    for (const n of [2, 3]) await told('lead', `信访 ${n} 包案 ${scene.people.lead.name}`)
    expect(await told('lead', '信访 2 移交 县信访局')).toContain('编号是多少')
    expect(await told('lead', 'X2026')).toContain('移交县信访局，编号X2026')
    expect(await told('lead', '信访 3 编号X2027 移交 县信访局')).toContain('移交县信访局，编号X2027')
  })
})

describe('an exemplar', () => {
  it.each([
    [0, '人 好邻居 帮邻居看门十年'],
    [1, '好邻居 人 帮邻居看门十年'],
    [2, '帮邻居看门十年 人 好邻居'],
    [3, '人 帮邻居看门十年 好邻居'],
    [4, '好邻居 帮邻居看门十年 人'],
    [5, '帮邻居看门十年，好邻居，人'],
    [6, '人，好邻居，帮邻居看门十年'],
    [7, '人 好邻居：帮邻居看门十年'],
    [8, '好邻居：人，帮邻居看门十年'],
    [9, '人 好邻居帮邻居看门十年'],
  ])('is named in any order (%i): %s', async (n, text) => {
    const name = nominees[n] ?? ''
    expect(await told('clerk', `推荐 ${text.replace('人', name)}`)).toContain(`推荐${name}为和睦友好好邻居`)
    expect((await scene.wordsOf(scene.people.clerk)).join('\n')).not.toContain('看门十年人')
  })

  it('is asked for only as far as was not said, and found by its number wherever that stands', async () => {
    expect(await told('clerk', '推荐 好邻居 帮五保户挑水')).toContain('推荐谁')
    expect(await told('clerk', nominees[10] ?? '')).toContain(`推荐${nominees[10]}为和睦友好好邻居`)
    expect(await told('clerk', `推荐 帮五保户挑水 ${nominees[11]}`)).toContain('哪一类')
    expect(await told('clerk', '好邻居')).toContain(`推荐${nominees[11]}为和睦友好好邻居`)
    for (const text of ['榜样 1 撤下', '榜样 撤下 2', '榜样 撤下 榜03']) expect(await told('lead', text)).toContain('撤下')
  })
})

describe('what there is to talk about', () => {
  it.each([
    ['议事会 12月16日 议题 路灯选址', '路灯选址'],
    ['议事会 议题：路灯选址 12月16日', '路灯选址'],
    ['议事会 12月16日 说说路灯选址', '路灯选址'],
    ['议事会 路灯选址，12月16日下午3点', '路灯选址'],
    ['议事会 下午3点 12月16日 路灯选址', '路灯选址'],
    ['议事会 议题 路灯选址 12月16日上午9点 村部', '路灯选址'],
    ['议事会 村部 路灯选址 12月16日', '路灯选址'],
    ['议事会 12月16号 议一议路灯选址', '路灯选址'],
    ['议事会 16号 村部 议题有路灯选址', '路灯选址'],
    ['议事会 16日 路灯选址', '路灯选址'],
    ['开议事会 12月16日 德育堂 议题 路灯选址；水费', '路灯选址'],
  ])('%s', async (text, topic) => {
    const planned = await told('secretary', text)
    expect(planned).toContain('议事会定在12月16日（周三）')
    const shown = await told('secretary', `议事会 ${/议\d+/u.exec(planned)?.[0]}`)
    expect(shown).toContain(topic)
    expect(undated(shown)).not.toMatch(/12月16|下午|议题：/u)
    await told('secretary', '撤销')
  })

  it.each(['下周', '月底', '周末', '下个月'])('%s is no day to meet on', async (words) => {
    expect(await told('secretary', `议事会 ${words} 村部 路灯选址`)).toContain(`“${words}”是哪一天`)
    expect(await told('secretary', '12月16日')).toContain('议事会定在12月16日（周三）村部，议题1件')
    await told('secretary', '撤销')
  })
})

describe('the duty list', () => {
  it.each([
    ['改清单 路灯 时限 5天', '5个工作日'],
    ['改清单 时限 路灯 一两周', '10个工作日'],
    ['改清单 路灯 3-5天 时限', '5个工作日'],
    ['改清单 路灯的时限改成两三天', '3个工作日'],
  ])('%s', async (text, answer) => {
    expect(await told('lead', text)).toContain(answer)
  })
})

describe('help finds an order by everyday words', () => {
  it.each([
    ['帮助 打官司', '移送'],
    ['帮助 表彰', '推荐'],
    ['帮助 学习', '讲堂'],
    ['帮助 贴告示', '村务公开'],
    ['帮助 喇叭', '发通知'],
    ['帮助 开大会', '议事会'],
    ['帮助 巡逻', '隐患'],
    ['帮助 仲裁', '移送'],
    ['帮助 上级', '信访'],
    ['帮助 精神文明', '精神'],
    ['帮助 分地', '丈量'],
  ])('%s', async (text, order) => {
    expect(await told('lead', text)).toContain(order)
  })
})

describe('a hazard', () => {
  it.each([
    '三社路口 电线垂下来了',
    '电线垂下来了 三社路口',
    '三社路口电线垂下来了',
    '电线垂下来了，在三社路口',
    '三社 路口 电线 垂下来了',
    '路口电线垂下来了 三社',
    '今天走网格看到三社路口电线垂下来了',
    '电线垂下来了，地点三社路口',
    '三组路口，电线垂下来了',
    '三社，电线垂到路上了',
  ])('is known with its place wherever that stands: %s', async (text) => {
    expect(await told('clerk', `隐患 ${text}`)).toMatch(/隐患记下了：.*电/u)
    await told('clerk', '撤销')
  })
})
