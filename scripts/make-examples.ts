/**
 * Writes docs/examples: one invented plan in every format that the platform reads.
 *
 * Run `npx tsx scripts/make-examples.ts` after a change to scripts/examples/yunting-plan.ts. The same plan gives the
 * same bytes, so the files change in version control only when their words do.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { planAsDocx } from './examples/plan-as-docx.ts'
import { planAsPdf } from './examples/plan-as-pdf.ts'
import { planAsText } from './examples/plan-as-text.ts'
import { yuntingPlan, yuntingPlanAmended } from './examples/yunting-plan.ts'

const folder = new URL('../docs/examples/', import.meta.url)
mkdirSync(folder, { recursive: true })

const files = {
  'yunting-plan.txt': planAsText(yuntingPlan),
  'yunting-plan.docx': await planAsDocx(yuntingPlan),
  'yunting-plan.pdf': planAsPdf(yuntingPlan),
  'yunting-plan-amended.docx': await planAsDocx(yuntingPlanAmended),
}

for (const [name, content] of Object.entries(files)) {
  writeFileSync(new URL(name, folder), content)
  console.log(`docs/examples/${name}`)
}
