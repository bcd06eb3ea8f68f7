import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskFor } from '../../src/domain/mask-away.ts'

const mask = maskFor(['周德福', '李小燕', '王芳', '王芳芳'])

describe('what tells who somebody is', () => {
  it.each([
    ['我电话13912345678', '我电话某电话'],
    ['打139 1234 5678', '打某电话'],
    ['139-1234-5678找我', '某电话找我'],
    ['１３９１２３４５６７８', '某电话'],
    ['一三九一二三四五六七八', '某电话'],
    ['139一二三四五六七八', '某电话'],
    ['1\u200b3\u200b9\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7\u200b8', '某电话'],
    ['+86 13912345678', '某电话'],
    ['0939-3212345', '某电话'],
    ['身份证622626198001011234', '身份证某证件号'],
    ['62262619800101123X丢了', '某证件号丢了'],
    ['老证622626800101123', '老证某证件号'],
    ['卡号 6228 4801 2345 6789 012', '卡号 某卡号'],
    ['加微信abc12345', '加某账号'],
    ['邮箱 a.b@example.com', '邮箱 某账号'],
    ['看 http://a.example/c?x=1 这个', '看 某链接 这个'],
    ['甘K12345的车堵路', '某车牌的车堵路'],
    ['周德福家的狗咬人', '某某家的狗咬人'],
    ['李小燕和王芳芳吵架', '某某和某某吵架'],
    ['张建国欠我5000元不还', '某某欠我5000元不还'],
    ['邻居刘二蛋把路堵了', '邻居某某把路堵了'],
    ['我是赵六', '我是某某'],
    ['老王家门口的水沟堵了', '某某家门口的水沟堵了'],
    ['找陈二13912345678', '找某某某电话'],
    ['王王周德福1391234', '王王某某某电话'],
  ])('%j becomes %j', (text, masked) => {
    expect(mask(text)).toBe(masked)
  })

  it.each([
    ['王支书收了钱', '某支书收了钱'],
    ['王永明支书收了钱', '某支书收了钱'],
    ['李大爷摔了', '某大爷摔了'],
  ])('keeps the title in %j, for it tells what kind of complaint it is', (text, masked) => {
    expect(mask(text)).toBe(masked)
  })
})

describe('what a sentence is about', () => {
  it.each([
    '三社路口的路灯又不亮了',
    '2026-11-24停水',
    '20261124',
    '欠我1234567元',
    'G316国道塌了',
    '3社、5社、8社、12社',
    '2026年11月24日下午3点20分',
    '陈旧的水管漏了',
    '周围都打过电话',
    '周五给办',
    '许多人说路坏了',
    '孙子不上学',
    '王家庄的路',
    '王家沟的桥断了',
    '李子树让人砍了',
    '向村支书反映过',
    '张贴的通知',
    '黄土把渠埋了',
  ])('%j stays as it is', (text) => {
    expect(mask(text)).toBe(text)
  })
})

it('masks once and for all, whatever is typed', () => {
  const typed = fc.array(
    fc.constantFrom('1391234', '5678', ' ', '-', '周德福', '王', '支书', '说', '路灯', '一二三四五六七', '😀', '\u200b'),
    {
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(typed, (parts) => {
      const once = mask(parts.join(''))
      expect(once).not.toMatch(/1[3-9]\d{9}|周德福/u)
      expect(mask(once)).toBe(once)
    }),
  )
})
