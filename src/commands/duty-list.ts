import { span } from '../wording/dates.ts'
import { roleNames } from '../wording/names.ts'
import { dutyAnswer, dutyMany, dutyNone, dutyTopics } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Command } from './define-command.ts'
import { dutiesLike } from './duties-like.ts'

const MANY = 8
/** What people put behind the matter they ask about: 清单 低保怎么办. */
const ASKING = /[?？。]|(?:怎么|咋)(?:办|弄|申请)?|找谁|(?:要|带)(?:啥|什么)|多久/gu

/** 清单: what the township has promised anyone about a matter, from the duty list. */
export const dutyList: Command = {
  name: '清单',
  also: ['查清单', '事务清单'],
  for: 'anyone',
  ticket: 'none',
  fits: (words, scene, apart) => apart || scene.namesDuty(words.replace(ASKING, '')),
  example: '清单 低保',
  help: '问一件事找谁、多久、要带什么',
  async run(call, { rest }) {
    const all = [...call.desk.roster.duties.values()]
    if (rest === '') return privately(dutyTopics([...new Set(all.map((d) => d.topic))]))
    const found = dutiesLike(all, rest.replace(ASKING, ''))
    const [only, second] = found
    if (!only) return privately(dutyNone(rest))
    if (second) return privately(dutyMany(found.slice(0, MANY).map((d) => d.name)))
    const { name, papers, where, procedure } = only
    return privately(
      dutyAnswer({
        name,
        owner: roleNames[only.owner],
        respond: span(only.respond),
        complete: span(only.complete),
        papers,
        where,
        procedure,
      }),
    )
  },
}
