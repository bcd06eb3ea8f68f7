import type { Duty } from '../domain/duty.ts'
import type { Roster } from '../domain/roster.ts'
import { serviceWords as words } from '../wording/api.ts'
import type { Attribute, Service, ServiceDefinition } from './shapes.ts'

/** A line of the duty list as a service. Who hands it in gets a token, for it is read before it has a number. */
const serviceOf = (duty: Duty): Service => ({
  service_code: duty.code,
  service_name: duty.name,
  description: words.description(duty),
  metadata: true,
  type: 'batch',
  keywords: [...new Set([duty.short, ...duty.words])].map((w) => w.replaceAll(',', ' ')).join(','),
  group: words.group(duty.kind, duty.topic),
})

export const servicesOf = ({ duties }: Pick<Roster, 'duties'>): Service[] => [...duties.values()].map(serviceOf)

/** Their own number may be said; the rest of the line is there to be read. */
export function definitionOf(duty: Duty): ServiceDefinition {
  const toRead = (['procedure', 'papers', 'where', 'basis'] as const).filter((code) => duty[code] !== '')
  const attributes: Omit<Attribute, 'order'>[] = [
    {
      ...{ variable: true, code: 'reference', datatype: 'string' as const, required: false, values: [] },
      ...{ datatype_description: words.referenceForm, description: words.reference },
    },
    ...toRead.map((code) => ({
      ...{ variable: false, code, datatype: 'text' as const, required: false, datatype_description: null, values: [] },
      description: `${words[code]}：${duty[code]}`,
    })),
  ]
  return { service_code: duty.code, attributes: attributes.map((it, n) => ({ ...it, order: n + 1 })) }
}
