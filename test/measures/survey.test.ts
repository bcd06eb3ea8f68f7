import { describe, expect, it } from 'vitest'
import { readBearing, readDisputed, readNeighbours, readPresent, readSurvey } from '../../src/measures/ruler/orders-survey.ts'

describe('what is called out on the ground', () => {
  it.each([
    ['边长 20 10 20 10 对角 22.4', { by: 'sides', sides: [20, 10, 20, 10], diagonals: [22.4], check: null }],
    [
      '四边20米、10米、20米、10米，对角线22.4米，另一条对角线22.3',
      { by: 'sides', sides: [20, 10, 20, 10], diagonals: [22.4], check: 22.3 },
    ],
    ['边长 -20 10 20 10 对角 22.4', { by: 'sides', sides: [-20, 10, 20, 10], diagonals: [22.4], check: null }],
    ['边长 20-10-20-10 对角 22.4', { by: 'sides', sides: [20, 10, 20, 10], diagonals: [22.4], check: null }],
    ['边长3,4,5', { by: 'sides', sides: [3, 4, 5], diagonals: [], check: null }],
    ['20 10 20 10 对角 22.4', { by: 'sides', sides: [20, 10, 20, 10], diagonals: [22.4], check: null }],
    [
      '坐标 0,0 20,0 20,10 0,10',
      {
        by: 'points',
        points: [
          [0, 0],
          [20, 0],
          [20, 10],
          [0, 10],
        ],
        again: null,
      },
    ],
    [
      '坐标 A 0，0 B 20，0 C 20，10 闭合 0.03,0.04',
      {
        by: 'points',
        points: [
          [0, 0],
          [20, 0],
          [20, 10],
        ],
        again: [0.03, 0.04],
      },
    ],
    [
      '坐标 0,0 20,0 20,10 0,10 0.02,0.01',
      {
        by: 'points',
        points: [
          [0, 0],
          [20, 0],
          [20, 10],
          [0, 10],
        ],
        again: [0.02, 0.01],
      },
    ],
  ])('%s', (said, survey) => expect(readSurvey(said)).toEqual(survey))

  it.each(['在场 甲方周德福', '甲方认可', '量好了'])('%s holds no figures', (said) => expect(readSurvey(said)).toBeNull())

  it('tells who stood there and where the base line points', () => {
    expect(readPresent('边长 3 4 5 在场 甲方周德福 乙方李晓东、王永明')).toEqual(['甲方周德福', '乙方李晓东', '王永明'])
    expect(readPresent('边长 20 10 20 10 对角 22.36 甲方王大娘 乙方李晓东 在场')).toEqual(['甲方王大娘', '乙方李晓东'])
    expect(readPresent('量好了。甲方周德福和乙方李晓东、村支书王永明都在场')).toEqual(['甲方周德福', '乙方李晓东', '村支书王永明'])
    expect(readPresent('坐标 0,0 20,0 20,10 基线朝东 双方在场')).toEqual([])
    expect(readBearing('坐标 0,0 3,0 3,4 基线朝东北')).toBe(45)
    expect(readBearing('边长 3 4 5')).toBeNull()
  })

  it.each([
    ['边长 3 4 5 四至 AB李晓东家 BC村道', ['AB李晓东家', 'BC村道'], []],
    ['东至李晓东家 南邻村道，争议 AB', ['东李晓东家', '南村道'], ['AB']],
    ['AB边外是李晓东家院墙，CD这条边有争议', ['AB李晓东家院墙'], ['CD']],
    ['边长 20 10 20 10 对角 22.36 AB朝东 在场 甲方王勇', [], []],
  ])('tells what lies around and what is fought over: %s', (said, neighbours, disputed) => {
    expect(readNeighbours(said).map((n) => n.side + n.name)).toEqual(neighbours)
    expect(readDisputed(said)).toEqual(disputed)
  })
})
