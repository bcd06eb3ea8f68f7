import { discoveryWords } from '../wording/api.ts'
import type { Discovery } from './shapes.ts'

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'

/** Where programs find out what there is. */
export function discoveryOf(townName: string, url: string, since: Date): Discovery {
  const changeset = since.toISOString()
  const formats = ['text/xml', 'application/json']
  return {
    changeset,
    contact: discoveryWords.contact(townName),
    key_service: discoveryWords.key,
    endpoints: [{ specification: SPECIFICATION, url, changeset, type: 'production', formats }],
  }
}
