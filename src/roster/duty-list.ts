import type { Duty } from '../domain/duty.ts'
import { householdDuties } from './duty-list/household.ts'
import { neighbourDuties } from './duty-list/neighbour.ts'
import { villageDuties } from './duty-list/village.ts'
import { villageServiceDuties } from './duty-list/village-services.ts'

/** The duty list (事务清单) that ships with the sample township and stands in the template as an example. */
export const sampleDuties: Duty[] = [...villageDuties, ...villageServiceDuties, ...neighbourDuties, ...householdDuties]
