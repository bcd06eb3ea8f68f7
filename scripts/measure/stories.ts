import { createClassifier } from '../../src/classify/classify.ts'
import { CHECK, shippedExamples } from '../../src/classify/shipped-examples.ts'
import { ALONE } from '../../src/domain/talk.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

export interface StoriesRead {
  voice: string
  stories: number
  kindRight: number
  dutyRight: number
}

/** What one person told in two to six breaths, in voices that were never learnt from, read as the clerk's list has it read. */
export function onStories(): StoriesRead[] {
  const { judge } = createClassifier({ duties: sampleDuties, places: [] })
  const stories = shippedExamples(CHECK).filter((e) => e.file.startsWith('story-'))
  return [...Map.groupBy(stories, (e) => e.file)].map(([voice, told]) => {
    const read = told.map((e) => ({ told: e, said: judge(e.text, { ...ALONE, matter: true }) }))
    return {
      voice,
      stories: told.length,
      kindRight: read.filter((r) => r.said.kind === r.told.kind).length,
      dutyRight: read.filter((r) => r.said.duty === r.told.duty).length,
    }
  })
}
