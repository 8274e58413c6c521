import { readFileSync } from 'node:fs'
import type { SourceDocument } from '@qiangxian/engines/plan-document/plan-document.types'
import { readDocument } from '@qiangxian/engines/plan-document/read/read-document'
import { describe, expect, it } from 'vitest'
import { planAsText } from './examples/plan-as-text.ts'
import { yuntingPlan, yuntingPlanAmended } from './examples/yunting-plan.ts'

async function readExample(name: string): Promise<SourceDocument> {
  const result = await readDocument(readFileSync(new URL(`../docs/examples/${name}`, import.meta.url)), {
    fileName: name,
  })
  if (!result.ok) throw new Error(result.refusal.message.zh)
  return result.source
}

const cellsOf = (source: SourceDocument): string[][][] =>
  source.tables.map((table) => table.rows.map((row) => row.map((cell) => cell.text)))

describe('the example plan of 云汀县 in docs/examples', () => {
  it('is the one that scripts/examples describes; run make-examples.ts after a change', async () => {
    expect((await readExample('yunting-plan.txt')).text).toBe(planAsText(yuntingPlan))
    expect((await readExample('yunting-plan-amended.docx')).text).toBe(planAsText(yuntingPlanAmended).trimEnd())
  })

  it.each(['yunting-plan.docx', 'yunting-plan.pdf'])(
    'says the same in %s as in plain text, its table included',
    async (name) => {
      const [text, other] = [await readExample('yunting-plan.txt'), await readExample(name)]
      expect(other.text).toBe(text.text.trimEnd())
      expect(cellsOf(other)).toEqual(cellsOf(text))
      expect(other.notes).toEqual([])
    },
  )
})
