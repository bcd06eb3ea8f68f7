import { describe, expect, it } from 'vitest'
import { isOfConduct } from '../../src/domain/duty.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { hintsAtOffice } from '../../src/tickets/in-office.ts'

describe('somebody in office is said to have a part in it', () => {
  it.each([
    '四组几户砍了集体的树要盖房，是在县上上班的人领的头，望政府重视',
    '有公务员带头，三组部分村民私自占集体土地修祠堂，邻居们坚决反对，已经吵得很厉害，望镇政府重视',
    '三社有人在河道里挖沙，听说后台硬得很，没人敢管',
    '村口那块地被人圈了，说是县里有人',
    '他家违建都盖到路上了，背后有人撑腰',
    '李家仗着儿子在镇上当干部，把水渠堵了不让我们浇地',
    '五社的林子被倒卖了，领头的是个退休干部',
    '有人打着局长亲戚的旗号占了我们的晒场',
    '吃公家饭的人家也来分集体的钱',
    '带头闹事拆了围墙的是在派出所上班的',
    '在教育局上班的老张把公路边上占了盖房子',
    '包工头有关系，乱采石头把河道都毁了',
    '收了我们三百块钱才让过，说是上头有人打了招呼',
    '事业编的那个把公家的树砍了',
    '有人牵头把集体林私自卖了，上面有人罩着',
  ])('%s', (text) => {
    expect(hintsAtOffice(text)).toBe(true)
  })

  it.each([
    '三社路口的路灯又不亮了，望政府重视',
    '水管爆了，领导快派人来看看',
    '我儿子在县上上班，家里没人，电停了三天',
    '二社的树倒在路上了，把路堵了',
    '河沟里有人倒垃圾，臭得很',
    '党员带头打扫卫生，垃圾桶不够用',
    '邻居盖房子占了我家一尺地',
    '镇上的公交车不来了',
    '自来水公司收费太高，水还是浑的',
    '我家的娃考上公务员了，政审要盖章找谁',
    '学校门口没有减速带，娃过马路危险',
    '剪头发的那家店把水泼到路上',
  ])('nobody is: %s', (text) => {
    expect(hintsAtOffice(text)).toBe(false)
  })
})

it('a line of the duty list is about conduct by its name', () => {
  expect(sampleDuties.filter(isOfConduct).map((d) => d.code)).toEqual(['V-CADRE'])
})
