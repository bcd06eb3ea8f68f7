import { type ApiKey, reaches } from '../domain/api-key.ts'
import { lineUp } from '../domain/grid.ts'
import { toPerson } from '../domain/notice.ts'
import { OPEN_CHANNEL, tellerOf } from '../domain/open-channel.ts'
import { type Roster, villageOf } from '../domain/roster.ts'
import { storable } from '../domain/storable.ts'
import { visible } from '../domain/visible.ts'
import type { Desk } from '../ports/desk.ts'
import type { IncomingMessage } from '../ports/store.ts'
import { apiErrors, callerName, coordinates, handedIn, handedInNotice, pictureAt } from '../wording/api.ts'
import { type Handed, REFERENCE } from './asked.ts'
import { Refused } from './refused.ts'
import type { Created } from './shapes.ts'

export type HandInDesk = Pick<Desk, 'now' | 'roster' | 'requests'>

export interface HandInNeeds {
  atDesk<T>(town: string, run: (desk: HandInDesk) => Promise<T>): Promise<T>
  receive(message: IncomingMessage): Promise<void>
  /** The picture that lies there, or null where it cannot be had. */
  fetchPicture(url: string): Promise<IncomingMessage['photos'][number] | null>
  newToken(): string
}

interface Filed {
  token: string
  text: string
  at: Date
}

const clean = (text: string | undefined): string => visible(storable(text ?? '')).trim()

/** 坪头村三社: as people say it, the town and the ten households left out. */
const placeName = ({ nodes }: Pick<Roster, 'nodes'>, id: string): string =>
  lineUp(nodes, id)
    .flatMap((n) => nodes.get(n) ?? [])
    .filter((n) => n.level === 'village' || n.level === 'she')
    .map((n) => n.name)
    .toReversed()
    .join('')

/** Where it is, in words; or why that is not said well enough. */
function placeOf(roster: Roster, key: ApiKey, { lat, long, address_string, address_id }: Handed): string | Refused {
  if ((lat === undefined) !== (long === undefined)) return new Refused(400, apiErrors.halfPlace)
  if (address_id !== undefined && !roster.nodes.has(address_id)) return new Refused(400, apiErrors.placeUnknown(address_id))
  const village = address_id === undefined ? null : villageOf(roster, address_id)
  if (key.villages.length > 0 && (village === null || !reaches(key, village))) return new Refused(400, apiErrors.placeNotYours)
  const said = [address_id === undefined ? '' : placeName(roster, address_id), clean(address_string)].filter((p) => p !== '')
  if (said.length > 0) return said.join(' ')
  return lat === undefined || long === undefined ? new Refused(400, apiErrors.placeWanted) : coordinates(lat, long)
}

/** Written down once, with a teller of its own. */
async function file(desk: HandInDesk, key: ApiKey, handed: Handed, newToken: string): Promise<Filed | Refused> {
  const { service_code: code } = handed
  if (code === undefined) return new Refused(400, apiErrors.serviceWanted)
  const duty = desk.roster.duties.get(code)
  if (!duty) return new Refused(404, apiErrors.serviceUnknown(code))
  const place = placeOf(desk.roster, key, handed)
  if (place instanceof Refused) return place
  const reference = clean(handed[REFERENCE]) || null
  const name = callerName(`${clean(handed.last_name)}${clean(handed.first_name)}`, key.name)
  const { token } = await desk.requests.submit(
    { token: newToken, key: key.id, reference, service: code, at: desk.now },
    { name, phone: clean(handed.phone) || null, grid: handed.address_id ?? null },
  )
  return { token, text: handedIn(duty.name, place, clean(handed.description)), at: desk.now }
}

/** POST requests: takes the road of everything that is said to the bot, and is answered with a token. */
export async function handIn(needs: HandInNeeds, town: string, key: ApiKey, handed: Handed): Promise<Created | Refused> {
  const filed = await needs.atDesk(town, (desk) => file(desk, key, handed, needs.newToken()))
  if (filed instanceof Refused) return filed
  const { token, text, at } = filed
  const url = handed.media_url
  const picture = url === undefined ? null : await needs.fetchPicture(url)
  const person = tellerOf(token)
  await needs.receive({
    ...{ town, channel: OPEN_CHANNEL, id: token, conversation: toPerson(person), person, at, quote: null },
    text: url === undefined || picture ? text : `${text}\n${pictureAt(clean(url))}`,
    photos: picture ? [picture] : [],
  })
  return { token, service_notice: handedInNotice, account_id: null }
}
