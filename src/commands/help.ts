import { isCadre, type Person } from '../domain/people.ts'
import { helpText } from '../wording/help.ts'
import { privately } from './answer.ts'
import type { Audience, Command } from './define-command.ts'

export const isLeader = (person: Person): boolean => person.roles.some((r) => r.role === 'leader')

export const isFor = (audience: Audience, person: Person): boolean =>
  audience === 'anyone' || (audience === 'cadre' ? isCadre(person) : isLeader(person))

/** Only what this person may say now. */
export const helpAbout = (commands: readonly Command[]): Command => ({
  name: '帮助',
  also: ['怎么用', '帮帮我', '能说什么', '使用说明', 'help'],
  for: 'anyone',
  ticket: 'none',
  example: '帮助',
  help: '看看能说什么',
  run: async ({ spoken }) =>
    privately(
      helpText(
        commands.filter((c) => isFor(c.for, spoken.person)).map(({ example, help }) => ({ example, help })),
        isCadre(spoken.person),
      ),
    ),
})
