import type { Circumstances, GroupKind } from '../domain/ways.ts'
import { circumstanceWords as words } from '../wording/connect.ts'
import { groupKindWords } from '../wording/ways.ts'
import { type Asker, askCount, chooseOne, chooseSome } from './asker.ts'
import type { Known } from './fill-in.ts'

/** What kind of groups the township has and who is in them. What its settings tell already is what an empty line means. */
export async function askCircumstances(asker: Asker, known: Known): Promise<Circumstances> {
  const has = (name: keyof Known): boolean => Boolean(known[name])
  const yes = (question: string, options: Readonly<Record<'yes' | 'no', string>>, otherwise: boolean | null): Promise<boolean> =>
    chooseOne(asker, { question, options, otherwise: otherwise === null ? [] : otherwise ? ['yes'] : ['no'] }).then((it) => it === 'yes')

  const groups = await askGroups(asker, known)
  const inside = groups.includes('internal') || groups.includes('customer')
  // A customer group is one because residents are in it.
  const mayLack = groups.includes('internal') || groups.includes('wechat')
  const residents = mayLack ? await yes(words.residents, words.who, null) : groups.includes('customer')
  const company = inside || (await yes(words.company, words.hasCompany, has('WECOM_CORP_ID') || null))
  const government = groups.includes('customer') && (await yes(words.government, words.hasReports, null))
  const archive = inside && (await yes(words.archive, words.paysArchive, has('WECOM_ARCHIVE_SECRET') || null))
  const publicName = await yes(words.publicName, words.hasName, has('PUBLIC_URL') || null)
  const count = groups.some((g) => g !== 'none') ? await askCount(asker, words.count) : 0
  return { groups, residents, company, government, archive, publicName, count }
}

async function askGroups(asker: Asker, known: Known): Promise<GroupKind[]> {
  const otherwise: GroupKind[] = [
    ...(known.WECOM_BOT_ID ? (['internal'] as const) : []),
    ...(known.WECOM_CONTACT_SECRET ? (['customer'] as const) : []),
  ]
  return chooseSome(asker, { question: words.groups, options: groupKindWords, otherwise })
}
