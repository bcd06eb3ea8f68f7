import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendPage } from '../../pages/send.ts'
import type { FormVillage, SlipState } from '../../ports/slip-box.ts'
import { formWords as words } from '../../wording/form.ts'
import { askPage } from './ask-page.ts'
import { sentencePage } from './frame.ts'
import { closeSlip, deviceOf, type FormNeeds, openSlip, slipKeyIn, villageIn } from './needs.ts'
import { cleanPhotos } from './photos.ts'
import { addressOf, asking, askingFor, writing } from './rates.ts'
import { type Faults, readPage, type Written } from './read-page.ts'
import { slipPage } from './slip-page.ts'

const Asked = z.object({ number: z.string().trim().max(12).catch(''), code: z.string().trim().max(8).catch('') })

const Sure = z.object({ pass: z.string().max(400).catch('') })

/** Asking again with number and code, adding to it, and saying whether it is well. */
export function mineRoutes(app: FastifyInstance, needs: FormNeeds): void {
  const { box, rates, passes, clean, now } = needs
  const may = async (buckets: Parameters<typeof rates.take>[0]) => 'taken' in (await rates.take(buckets, now()))

  app.get('/s/:code/ask', async (request, reply) => {
    const village = await villageIn(box, request)
    if (!village) return sendPage(reply, sentencePage(words.unknownCode), 404)
    return sendPage(reply, askPage(village, { number: '', code: '', fault: null }))
  })

  app.post('/s/:code/ask', async (request, reply) => {
    const village = await villageIn(box, request)
    if (!village) return sendPage(reply, sentencePage(words.unknownCode), 404)
    const { number, code } = Asked.parse(request.body ?? {})
    const refuse = (fault: 'wrong' | 'tooMany') => sendPage(reply, askPage(village, { number, code, fault }), fault === 'wrong' ? 403 : 429)
    if (!(await may(asking({ village: village.id, address: addressOf(request) })))) return refuse('tooMany')
    const { exists, key } = await box.find(village, number, code)
    // Whether there is such a number is told to nobody: both cases read the same until the tries are used up.
    if (exists && !(await may([askingFor(village.id, number)]))) return refuse('tooMany')
    return key === null
      ? refuse('wrong')
      : openSlip(reply, { village, key, secure: needs.isSecure(request) }).redirect(`/s/${village.code}/mine`, 303)
  })

  app.post('/s/:code/close', async (request, reply) => {
    const village = await villageIn(box, request)
    if (!village) return sendPage(reply, sentencePage(words.unknownCode), 404)
    return closeSlip(reply, village).redirect(`/s/${village.code}`, 303)
  })

  app.get('/s/:code/mine', async (request, reply) => {
    const own = await ownSlip(request)
    return 'away' in own ? reply.redirect(own.away, 303) : shown(reply, own.state, { isFresh: isFresh(request), text: '', faults: {} })
  })

  app.post('/s/:code/mine', async (request, reply) => {
    const own = await ownSlip(request)
    if ('away' in own) return reply.redirect(own.away, 303)
    const { village, state } = own
    const { written, photos: sent } = await readPage(request)
    const id = passes.read(written.pass, passFor(state), now())
    if (id === null || written.website !== '') return shown(reply, state, { text: written.text, faults: { page: 'again' } })
    const sender = { village: village.id, address: addressOf(request), device: deviceOf(request, reply, needs) }
    if (!(await may(writing(sender)))) return shown(reply, state, { text: written.text, faults: { page: 'busy' } })
    const { photos, fault } = await cleanPhotos(sent, clean)
    const text = saidIn(written, state)
    if (fault) return shown(reply, state, { text: written.text, faults: { photo: fault } })
    if (text === '' && photos.length === 0) return shown(reply, state, { text: '', faults: { text: 'empty' } })
    await box.add(state.slip.key, { id, text, photos })
    return reply.redirect(`/s/${village.code}/mine#answers`, 303)
  })

  app.post('/s/:code/forget', async (request, reply) => {
    const own = await ownSlip(request)
    if ('away' in own) return reply.redirect(own.away, 303)
    const { village, state } = own
    const { pass } = Sure.parse(request.body ?? {})
    if (passes.read(pass, passFor(state), now()) === null) return shown(reply, state, { text: '', faults: { page: 'again' } })
    await box.forget(state.slip.key)
    return reply.redirect(`/s/${village.code}/mine#forget`, 303)
  })

  async function ownSlip(request: FastifyRequest): Promise<{ away: string } | { village: FormVillage; state: SlipState }> {
    const village = await villageIn(box, request)
    const key = slipKeyIn(request)
    const state = village && key !== undefined ? await box.state(key) : null
    return village && state && state.village.id === village.id
      ? { village, state }
      : { away: village ? `/s/${village.code}/ask` : '/s/unknown' }
  }

  const passFor = ({ slip }: SlipState) => `slip ${slip.id}`

  const shown = (
    reply: FastifyReply,
    state: SlipState,
    { isFresh = false, text, faults }: { isFresh?: boolean; text: string; faults: Faults },
  ) => {
    const status = faults.page === 'busy' ? 429 : Object.keys(faults).length > 0 ? 400 : 200
    return sendPage(reply, slipPage({ state, isFresh, pass: passes.issue(passFor(state), now()), text, faults }), status)
  }
}

const isFresh = ({ query }: FastifyRequest): boolean => 'sent' in z.looseObject({}).catch({}).parse(query)

/** As its teller would say it: 坪07 没修好 还是漏. The number only where it is needed to tell which. */
function saidIn({ verdict, about, text }: Written, { tickets }: SlipState): string {
  const words = text.trim().slice(0, 1000)
  const label = tickets.some((t) => t.label === about) && (verdict !== undefined || tickets.length > 1) ? about : null
  return words === '' && verdict === undefined
    ? ''
    : [label, verdict, words].filter((it) => it !== null && it !== undefined && it !== '').join(' ')
}
