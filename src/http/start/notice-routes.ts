import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { FORMS } from '../../domain/file-wanted.ts'
import { sendFile, sendPage } from '../../pages/send.ts'
import type { StartMark } from '../../ports/operations.ts'
import type { VillageNotices } from '../../ports/village-notices.ts'
import { noticePageWords as words } from '../../wording/village-notice.ts'
import { townNeededPage } from '../town-needed.ts'
import { noticePage } from './notice-page.ts'

export interface NoticeNeeds {
  notices: VillageNotices
  mark(step: StartMark): Promise<void>
}

const Asked = z.object({ village: z.string().max(100).optional().catch(undefined) })
const TYPES = { pdf: FORMS.pdf, png: 'image/png' } as const
const Form = z.object({ form: z.enum(['pdf', 'png']) })

/** What villagers are told: words for the group, and a sheet for the wall. */
export function noticeRoutes(inside: FastifyInstance, { notices, mark }: NoticeNeeds): void {
  inside.get('/status/start/notice', async (request, reply) => {
    const villages = await notices.villages()
    const { village } = Asked.parse(request.query)
    const chosen = villages.find((v) => v.id === village) ?? villages[0]
    const text = chosen ? await notices.text(chosen.id) : null
    if (!chosen || text === null) return sendPage(reply, townNeededPage('/status/start'))
    return sendPage(reply, noticePage({ villages, chosen, text }))
  })
  inside.get('/status/start/notice/:form', async (request, reply) => {
    const { form } = Form.parse(request.params)
    const { village } = Asked.parse(request.query)
    const of = (await notices.villages()).find((v) => v.id === village)
    // A picture is of one sheet.
    const bytes = of || (form === 'pdf' && village === undefined) ? await notices.print(of?.id ?? null, form) : null
    if (!bytes) return reply.redirect('/status/start/notice')
    return sendFile(reply, { name: of ? `${words.file(of.name)}.${form}` : words.allFile, type: TYPES[form], bytes })
  })
  inside.post('/status/start/told', async (_request, reply) => {
    await mark('told')
    return reply.redirect('/status/start', 303)
  })
}
