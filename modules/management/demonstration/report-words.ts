import type { ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import { type Seeded, seeded, seedFor } from './seeded.ts'
import type { Telling } from './telling.ts'

/** What a report says in sentences, picked from the story's. */
export function sentencesOf({ story }: Telling, ...names: readonly string[]) {
  const random: Seeded = seeded(seedFor(story.seed, 'words', ...names))
  const { narrative, problems, nextSteps } = story.phrases
  return { narrative: random.pick(narrative), problems: random.pick(problems), nextSteps: random.pick(nextSteps) }
}

export const noFigures = {
  progress: null,
  valueState: null,
  value: null,
  numerator: null,
  denominator: null,
  valueReason: null,
  cutoffOn: null,
  parts: null,
} as const satisfies Partial<ReportContent>
