import { describe, expect, it } from 'vitest'
import { policeMatterOf } from '../../src/classify/police-matter.ts'

describe('what is for the police', () => {
  it.each([
    ['我家三轮车昨晚叫人偷走了', 'theft'],
    ['隔壁那家天天晚上聚众赌博', 'gambling'],
    ['我妈让人网上骗了两万块钱', 'fraud'],
    ['后沟里种了一片罂粟', 'drugs'],
    ['老李喝了酒还骑摩托带娃', 'drunkDriving'],
    ['有人私藏土枪', 'weapons'],
    ['转账三千被骗', 'fraud'],
    ['网上刷单骗了我八百', 'fraud'],
    ['接到电话说医保停了让转钱，转了五千', 'fraud'],
    ['有人冒充公安让我汇款', 'fraud'],
    ['我爸的养老金叫人骗走了', 'fraud'],
    ['两万块彩礼被骗', 'fraud'],
    ['存款让骗子给骗了', 'fraud'],
    ['自称社保局的打电话，要我妈转账', 'fraud'],
    ['投资群里骗了一万多', 'fraud'],
    ['借出去三千被骗了咋办', 'fraud'],
  ])('%s is %s', (text, matter) => expect(policeMatterOf(text)).toBe(matter))

  it.each([
    '反诈宣传：谨防刷单诈骗',
    '别喝酒开车，路滑',
    '他偷偷跑去打工了',
    '二社太阳能灯电池叫人偷了，晚上黑得很',
    '去年我家的羊被偷了',
    '我老公天天赌博不回家',
    '听说邻村有人被骗了钱',
    '三社路灯不亮了',
    '低保的钱啥时候打到卡上',
    '转账转错了，能退不',
    '医保缴了三百块没到账',
    '他这人爱骗人',
    '我们厂里有个被骗了三万 人都傻了',
    '工地上有人叫偷了手机',
  ])('%s is not', (text) => expect(policeMatterOf(text)).toBeNull())
})
