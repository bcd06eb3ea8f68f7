import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from '../../pages/send.ts'
import type { FormVillage } from '../../ports/slip-box.ts'
import { formWords as words } from '../../wording/form.ts'
import { formPage } from './form-page.ts'
import { sentencePage } from './frame.ts'
import { deviceOf, type FormNeeds, openSlip, villageIn } from './needs.ts'
import { cleanPhotos, PhotoDrafts } from './photos.ts'
import { addressOf, writing } from './rates.ts'
import { type Faults, faultsOf, NOTHING_WRITTEN, plainPhone, type ReadPage, readPage, type Written } from './read-page.ts'

/** The page itself, and what is sent from it. */
export function writeRoutes(app: FastifyInstance, needs: FormNeeds): void {
  const { box, rates, passes, clean, teller, now } = needs
  const drafts = new PhotoDrafts()

  const again = async (request: FastifyRequest, reply: FastifyReply, village: FormVillage, shown: Shown) => {
    const page = formPage({ village, ...shown, teller: await teller(request) })
    return sendPage(reply, page, shown.faults.page === 'busy' ? 429 : 400)
  }

  app.get('/s/:code', async (request, reply) => {
    const village = await villageIn(box, request)
    if (!village) return sendPage(reply, sentencePage(words.unknownCode), 404)
    deviceOf(request, reply, needs)
    const pass = passes.issue(village.code, now())
    const cadre = await teller(request)
    // Whoever has come from the office to write for somebody else is about to do so.
    const written: Written = cadre ? { ...NOTHING_WRITTEN, through: 'yes' } : NOTHING_WRITTEN
    const page = formPage({ village, pass, written, faults: {}, kept: 0, teller: cadre })
    return sendPage(reply, page)
  })

  app.post('/s/:code', async (request, reply) => {
    const village = await villageIn(box, request)
    if (!village) return sendPage(reply, sentencePage(words.unknownCode), 404)
    const read = await readPage(request)
    const { written } = read
    const at = now()
    const id = passes.read(written.pass, village.code, at)
    // Not from a page of ours, or not by anybody: a person only has to press the button once more.
    if (id === null || written.website !== '')
      return again(request, reply, village, { written, pass: freshPass(village, written, id, at), faults: { page: 'again' }, kept: 0 })
    const sender = { village: village.id, address: addressOf(request), device: deviceOf(request, reply, needs) }
    if (!('taken' in (await rates.take(writing(sender), at))))
      return again(request, reply, village, { written, pass: written.pass, faults: { page: 'busy' }, kept: 0 })
    const cadre = await teller(request)
    const { photos, faults } = await checked(read, id, at, cadre !== null)
    if (Object.keys(faults).length > 0) {
      drafts.keep(id, photos, at)
      return again(request, reply, village, { written, pass: written.pass, faults, kept: photos.length })
    }
    const key = await box.write({
      ...{ id, village, place: written.place || null, house: written.house, text: written.text.trim(), name: written.name },
      phone: written.phone === '' ? null : plainPhone(written.phone),
      through: written.through && cadre ? cadre.id : null,
      photos,
    })
    drafts.drop(id)
    return openSlip(reply, { village, key, secure: needs.isSecure(request) }).redirect(`/s/${village.code}/mine?sent`, 303)
  })

  /** A page that was sent too soon may be sent with the same pass again; one that is none of ours gets one. */
  const freshPass = (village: FormVillage, written: Written, id: string | null, at: Date): string =>
    id === null ? passes.issue(village.code, at) : written.pass

  async function checked(read: ReadPage, id: string, at: Date, isTeller: boolean) {
    const { photos, fault } = await cleanPhotos(read.photos, clean)
    const faults: Faults = { ...faultsOf(read.written, isTeller), ...(fault && { photo: fault }) }
    return { photos: drafts.with(id, photos, at), faults }
  }
}

interface Shown {
  written: Written
  pass: string
  faults: Faults
  kept: number
}
