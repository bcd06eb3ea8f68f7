import { byNameIn, findPlace } from '../domain/places.ts'
import { placeName } from '../tickets/facts.ts'
import { roster as say } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { type Command, STEWARDS } from './define-command.ts'
import { keeps } from './roster.ts'

const NAMED = /^(\S{2,8}?)(?:[\s，,]+|就?(?:是|算|在|归))(\S+)$/u

/** What the villagers call a place: said once by a cadre, and every report from there finds its 社 and its keeper. */
export const teachPlace: Command = {
  name: '地名',
  also: ['叫法'],
  for: STEWARDS,
  ticket: 'none',
  fits: (words) => NAMED.test(words),
  example: '地名 大桥头 三社',
  help: '教一个地名是哪个社',
  async run(call, { rest }) {
    const { desk } = call
    const [, name = '', where = ''] = NAMED.exec(rest.trim()) ?? []
    const mine = keeps(call)
    const village = mine.length === 1 ? mine[0] : mine.find((v) => where.includes(placeName(desk.roster, v).replace(/村$/u, '')))
    const she = village && findPlace(desk.roster, village, [where])
    if (!village || !she || name === '') return privately(say.whichPlace)
    if (findPlace(desk.roster, village, [name]) === she) return privately(say.place(name, placeName(desk.roster, she)))
    if (byNameIn(desk.roster, village, [name]) === null) return privately(say.everywhere(name))
    await desk.addByName(she, name)
    return privately(say.place(name, placeName(desk.roster, she)))
  },
}
