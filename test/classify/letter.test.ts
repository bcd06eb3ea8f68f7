import { describe, expect, it } from 'vitest'
import { createClassifier } from '../../src/classify/classify.ts'
import { readLetter } from '../../src/classify/letter.ts'
import { ALONE } from '../../src/domain/talk.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

const { judge } = createClassifier({ duties: sampleDuties, places: [] })
const letterOf = (text: string) => readLetter(text, (it) => judge(it, { ...ALONE, toBot: true }), sampleDuties)

describe('a letter', () => {
  it.each([
    [
      'a pond dam that broke is no road and no burst pipe',
      '尊敬的镇领导：您好！我是坪头村三社村民。我们社有一口老涝池，去年夏天下暴雨把坝冲垮了，到现在没人修，今年水存不住，地里的玉米没法浇。我们多次向村上反映，一直说没钱。恳请镇上派人来看看，给个说法。',
      ['village', 'V-RIVER', '三社塘坝坏了'],
      [],
    ],
    [
      'an allowance that stopped, with somebody who keeps it quiet',
      '领导好，我父亲今年七十八了，脑梗瘫在床上，家里一直吃低保。今年三月份低保突然停了，去村上问，书记说名额不够，后来听别人说书记把停保的通知压着没给我们说。我们一家人就靠这点钱买药。请领导查一查，把低保给恢复了。',
      ['household', 'H-DIBAO', '低保没到'],
      [],
    ],
    [
      'a road first, and a lamp and rubbish besides',
      '各位领导你们好！我是在外打工的村民，老家在槐树村二社。村里前年修的水泥路，才两年就烂得不成样子，坑坑洼洼，下雨天娃娃上学一身泥。另外村口的路灯也有三四盏不亮了，晚上老人出门摔过跤。还有垃圾台满了经常没人拉，夏天臭得很。希望镇上能帮我们解决一下，谢谢！',
      ['village', 'V-ROAD', '二社路上坑多'],
      ['V-LAMP', 'V-WASTE'],
    ],
    [
      'a drain between two houses',
      '您好，我家住在四社最边上，和邻居因为一条排水沟的事吵了好几年。他家把沟填了盖了个柴房，一下雨水就往我家院子里灌，墙都泡软了。村上调解过一次，他当面答应，过后不认。现在两家见面就骂。我年纪大了，儿女不在身边，请镇上的同志给评评理。',
      ['neighbour', 'N-DRAIN', '和邻家的排水'],
      [],
    ],
    [
      'a pension that no longer comes, before the troubles of an old woman alone',
      '尊敬的领导：我反映一个养老金的事。我母亲今年六十三岁，2020年开始领养老金，去年十一月以后就没有到账了。去镇上社保所问，说要人脸认证，老人眼睛不好做不了。我在外地回不来，能不能请村上的人帮忙上门认证一下。',
      ['household', 'H-PENSION', '养老保险'],
      [],
    ],
    [
      'an allowance that was cancelled at a meeting is no matter of accounts or schools',
      '您好！我是贫困户，两个娃上学，媳妇常年有病，我一个人种地养家。前年给我们家评了低保，去年年底村上开会把我家取消了，也没给个说法。我去找支书，支书说上面的政策。我家情况一点没变，比我们好的人家还吃着。求领导给我们做主。',
      ['household', 'H-DIBAO', '低保没到'],
      [],
    ],
    [
      'a quarry’s lorries on a road',
      '我要举报我们村的一个大户，他在我家承包地边上开了个砂石料场，天天大车拉沙，把我们社的产业路压得稀烂，灰尘大得庄稼都白了。我们找他理论，他不理我们，说不怕告。希望领导尽快查处。',
      ['village', 'V-ROAD', '地边上路被车压坏'],
      [],
    ],
    [
      'no signal in a valley of old people',
      '我父母都是七十多岁的老人，住在沟里，没有手机信号，家里有个急事打不出电话，上次我爸摔了在地上躺了半天才有人发现。跟移动公司反映了多次，说用户太少不建基站。请政府协调给沟里装个基站，沟里十几户都是老人。',
      ['village', 'V-NET', expect.stringMatching(/信号/u)],
      [],
    ],
    [
      'a forest boundary measured anew',
      '我家的林权证上写的是十二亩，去年重新测的时候给我写成了七亩，少的五亩写到了隔壁老张家名下。我去找他，他说是测的人弄的。我去找村上，村上说找镇林业站，林业站说要村上证明。我跑了半年了没有结果。请领导帮我把地界弄清楚。',
      ['neighbour', 'N-BOUND', '和邻家的林地'],
      [],
    ],
    [
      'a clinic that is locked',
      '我们村卫生室的大夫一个星期只来两天，还经常锁着门。前天我家老人想量个血压，走到卫生室又锁着，打电话说在县城。老年人多，慢性病拿药都没地方拿。请上级部门给安排一个常驻的大夫。',
      ['village', 'V-CLINIC', '卫生室没人'],
      [],
    ],
    [
      'pig slurry in a stream, though the owner threatens',
      '领导，我们榆树湾村养猪场的粪水直接排到沟里，一到夏天臭得不敢开窗，苍蝇满天飞，沟里的水都黑了，下游几户吃水的井也有了味道。反映给村上，村上说是招商来的不好说。养猪的老板放话说谁告收拾谁。希望环保部门来查。',
      ['village', 'V-POLLUTE', '榆树湾养猪场太臭'],
      [],
    ],
    [
      'a dyke with a gap',
      '村里的河堤去年洪水冲开了一个口子，有十几米长，今年汛期快到了还没修。堤下面就是我们二社三十几亩地，还有七八户人家。去年水已经漫到地里，庄稼全泡了。我们心里急得很，再来一次大水房子都保不住。希望赶紧修。',
      ['village', 'V-RIVER', '二社河堤要修'],
      [],
    ],
  ])('of %s', (_of, text, [kind, duty, title], others) => {
    const letter = letterOf(text)
    expect([letter?.first.kind, letter?.first.duty, letter?.first.title]).toEqual([kind, duty, title])
    expect(letter?.others.map((o) => o.judgement.duty)).toEqual(others)
  })

  it.each([
    '三社路口的路灯不亮了',
    '水管爆了，水淌了一路，赶紧派人来看看吧',
    '今天天气好得很，大家都去赶集了，路上人多车多，注意安全。明天还有一场，听说县剧团要来唱三天大戏，在广场上，大家早点吃饭早点去占地方，晚了就没地方坐了。',
  ])('is not %s', (text) => expect(letterOf(text)).toBeNull())
})

it('however long, is read in no time', () => {
  const started = process.threadCpuUsage().user
  letterOf('三社的路灯不亮了。'.repeat(11_000))
  letterOf('路'.repeat(100_000))
  letterOf('。'.repeat(100_000))
  expect((process.threadCpuUsage().user - started) / 1000).toBeLessThan(2000)
})
