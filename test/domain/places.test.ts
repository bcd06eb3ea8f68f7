import { describe, expect, it } from 'vitest'
import type { GridNode } from '../../src/domain/grid.ts'
import type { Person } from '../../src/domain/people.ts'
import { byNameIn, findPlace } from '../../src/domain/places.ts'
import type { Roster } from '../../src/domain/roster.ts'

const node = (id: string, parentId: string | null, level: GridNode['level'], name: string, aliases: string[] = []): GridNode => ({
  id,
  parentId,
  level,
  name,
  short: null,
  aliases,
})
const NODES = [
  node('t', null, 'town', '鸡峰镇'),
  node('v', 't', 'village', '坪头村'),
  node('s1', 'v', 'she', '一社', ['老庄']),
  node('s3', 'v', 'she', '三社', ['桥头']),
  node('s12', 'v', 'she', '十二社', ['大桥头']),
  node('w', 't', 'village', '岩坪村'),
  node('w3', 'w', 'she', '三社'),
]
const person = (id: string, name: string, household: string): Person => ({ id, name, phone: null, household, roles: [], onRoster: true })
const PEOPLE = [person('a', '王建军', 'h1'), person('b', '张秀英', 'h3'), person('c', '张有福', 'h12'), person('d', '赵四', 'hw')]
const roster: Roster = {
  town: 't',
  townName: '鸡峰镇',
  nodes: new Map(NODES.map((n) => [n.id, n])),
  people: new Map(PEOPLE.map((p) => [p.id, p])),
  groups: new Map(),
  duties: new Map(),
  households: new Map([
    ['h1', 's1'],
    ['h3', 's3'],
    ['h12', 's12'],
    ['hw', 'w3'],
  ]),
  leaves: [],
  venues: [],
  ledger: [],
  staff: new Map(),
}

describe('the place that words name', () => {
  it.each([
    ['三社路口', 's3'],
    ['3社', 's3'],
    ['第三组', 's3'],
    ['十二社那边', 's12'],
    ['12队', 's12'],
    ['老庄的坡上', 's1'],
    ['桥头', 's3'],
    ['大桥头小卖部', 's12'],
    ['王建军家门口', 's1'],
    ['老王家门前', 's1'],
    ['老张家', null],
    ['赵四家', null],
    ['村口', null],
    ['九社', null],
    ['三四社', 's3'],
    ['二三组', 's3'],
    ['3、4社', 's3'],
    ['第十二生产队', 's12'],
    ['〇三社', 's3'],
    ['３社', 's3'],
    ['一二社之间', 's1'],
    ['两三社', 's3'],
    ['34社', null],
    ['三十四社', null],
    ['一百零三社', null],
    ['十三社', null],
    ['二十一社', null],
  ])('%s is %s', (words, she) => {
    expect(findPlace(roster, 'v', [words])).toBe(she)
  })

  it('is what is said as a place before what the whole sentence mentions', () => {
    expect(findPlace(roster, 'v', ['三社', '三社没电了，一社有'])).toBe('s3')
  })
})

describe('a by-name worth keeping', () => {
  it.each([
    [['油坊梁'], '油坊梁'],
    [['村口', '油坊梁'], '油坊梁'],
    [['大桥头'], null],
    [['门口'], null],
    [['学校后面'], null],
    [['老李家门前'], null],
    [['9社'], null],
  ])('of %j is %s', (words, name) => {
    expect(byNameIn(roster, 'v', words)).toBe(name)
  })
})
