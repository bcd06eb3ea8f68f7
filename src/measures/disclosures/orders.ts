import { placeName } from '../../domain/place-name.ts'
import { hasRoleOver, villagesOf } from '../../domain/roster.ts'
import { villageStem } from '../../domain/village-stem.ts'
import { privately } from '../../orders/answer.ts'
import { type Command, READERS } from '../../orders/define-command.ts'
import { withFile } from '../../orders/with-file.ts'
import { isPeriod, readPeriod } from '../../reading/period.ts'
import { day } from '../../wording/dates.ts'
import { notYours } from '../../wording/replies.ts'
import { disclosureRows, dueQuarter, posted, recordPosted } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'村务公开', true> {}
}

const POSTED = /已?(?:贴|公布|公开|上墙)(?:出来?|好|了)*/u
/** 三季度, 2026Q4, 上季度, 这个季度; the one that is over where none is named. */
function quarterIn(text: string, now: Date): string {
  const said = readPeriod(text, now)
  return said?.kind === 'quarter' ? said.period : dueQuarter(now)
}

/** 村务公开: what the quarter's sheet will hold, and that it hangs on the board. */
export const disclosure: Command = {
  name: '村务公开',
  topic: '村务',
  also: ['村务公开表', '公开栏'],
  for: READERS,
  ticket: 'none',
  fits: (words, _scene, apart) => apart && (POSTED.test(words) || isPeriod(words, 'quarter') || /[季村]/u.test(words)),
  example: '村务公开 已贴',
  help: '每季村务公开的表和张贴',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const villages = villagesOf(desk.roster, spoken.person)
    const named = villages.find((v) => rest.includes(villageStem(placeName(desk.roster, v))))
    const village = named ?? (villages.length === 1 ? villages[0] : undefined)
    if (!village) return privately(say.howVillage)
    const name = placeName(desk.roster, village)
    const quarter = quarterIn(rest, desk.now)
    if (POSTED.test(rest.replace(name, ''))) {
      const mayPost = (['clerk', 'secretary', 'leader'] as const).some((role) => hasRoleOver(desk.roster, spoken.person, role, village))
      if (!mayPost) return privately(notYours('村务公开', '村文书', null))
      return privately((await recordPosted(desk, spoken.person, village, quarter)) ? say.posted(name, quarter) : say.already(name, quarter))
    }
    const hangs = await posted(desk, village, quarter)
    const rows = await disclosureRows(desk, village, quarter)
    const said = say.summary(name, quarter, rows.length, hangs && day(hangs.openedAt, desk.now))
    return withFile(call, said, { kind: 'disclosure', village: name, quarter })
  },
}
