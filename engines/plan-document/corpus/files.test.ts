import { describe, expect, it } from 'vitest'
import { compilePlan } from '../compile-plan.ts'
import { readDocument } from '../read/read-document.ts'
import { type CorpusPlan, loadCorpus } from './load-corpus.ts'
import { scorePlan } from './score-plan.ts'
import { asDocx, asPdf } from './set-as-file.fixture.ts'
import { f1, rate, totalScores } from './total-scores.ts'

const formats: { format: string; write: (plan: CorpusPlan) => Promise<Uint8Array> }[] = [
  { format: 'Word', write: ({ source, gold }) => asDocx(source.text, gold.emptyFirstCellsContinue === true) },
  { format: 'PDF', write: async ({ source }) => asPdf(source.text) },
  { format: 'plain text', write: async ({ source }) => new TextEncoder().encode(source.text) },
]

describe.each(['dev', 'held-out'] as const)('the plans of %s as the files that an office sends', (set) => {
  it.each(formats)(
    'are read and compiled from $format',
    async ({ write }) => {
      const scores = await Promise.all(
        loadCorpus(set).map(async (plan) => {
          const read = await readDocument(await write(plan), { fileName: `${plan.name}.txt` })
          if (!read.ok) throw new Error(`${plan.name}: ${read.refusal.message.zh}`)
          return scorePlan(plan.gold, compilePlan(read.source), read.source.text)
        }),
      )
      const total = totalScores(scores)
      expect(f1(total.targets)).toBeGreaterThanOrEqual(0.95)
      expect(rate(total.leads)).toBeGreaterThanOrEqual(0.97)
      expect(f1(total.units)).toBeGreaterThanOrEqual(0.97)
      expect(f1(total.tasks)).toBeGreaterThanOrEqual(0.97)
    },
    60_000,
  )
})
