import { describe, expect, it } from 'vitest'
import { readAs } from './read-as.ts'

/** What a keeper answers to new work, one-to-one. */
describe('a word or a sign that takes new work', () => {
  it.each([
    '[OK]',
    '👌🏻',
    '[强]',
    '收到[玫瑰]',
    '好的[握手]',
    '嗯呐',
    '[ok]',
    '[好的]',
    '👌👌',
    '👌🏽👌🏽',
    '👍🏿',
    '[强][强][强]',
    '[握手]',
    '[抱拳]',
    '[敬礼]',
    '🆗',
    '✅',
    '✔️',
    '🫡',
    '💪🏻',
    '收到👌',
    '收到[OK]',
    '收到👍🏻[玫瑰]',
    '好的👌🏼',
    '好[OK]',
    '行[强]',
    '嗯嗯[呲牙]',
    '知道了[微笑]',
    '明白[抱拳]',
    '没问题💪',
    '[玫瑰]收到',
    '👌收到',
    '收到。[玫瑰]',
    '收到！',
    '好的～',
    '嗯呢',
    '好滴',
    '好哒',
    '好呢',
    '收到收到',
    '好的好的',
    '行行行',
    '好的收到',
    '嗯，好的',
    '哦好的',
    '可以的',
    '没麻达',
    '得行',
    '要得',
    '晓得了',
    '了解',
    '遵命',
    '领导放心',
    '马上处理',
    '这就过去',
    'Okay',
    'ＯＫ',
    '收到\u200b',
    '\u202d收到\u202c',
  ])('%s', (said) => {
    expect(readAs('keeper', 'alone', said)).toBe('接 新活')
  })

  it.each([
    '[流泪]',
    '[弱]',
    '👎🏻',
    '[微笑]',
    '🌹',
    '[疑问]',
    '收到了两百斤化肥',
    '好的坏的都有',
    '嗯？',
    '[链接] 收到',
    '强',
    '玫瑰开了',
  ])('%s takes nothing', (said) => {
    expect(readAs('keeper', 'alone', said)).not.toBe('接 新活')
  })

  it.each(['[OK]', '👌🏻', '收到[玫瑰]', '嗯呐', '好的[握手]'])('%s among people in a group takes nothing', (said) => {
    expect(readAs('keeper', 'group', said)).toBeNull()
  })
})
