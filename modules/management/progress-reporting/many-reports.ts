import { type FieldProblem, type Localized, QxError } from '@qiangxian/kernel/errors/define-errors'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { ReportState } from '@qiangxian/kernel/progress/progress.schemas'
import Type, { type Static } from 'typebox'
import { reportErrors } from './report-errors.ts'

/** Reports that are acted on together, each as its actor saw it. */
export const ReportItems = Type.Array(Type.Object({ dutyId: Id, revision: Type.Integer({ minimum: 1 }) }), {
  minItems: 1,
  maxItems: 200,
})
export type ReportItem = Static<typeof ReportItems>[number]

export const ActedOn = Type.Object({
  reports: Type.Array(
    Type.Object({
      dutyId: Id,
      state: ReportState,
      revision: Type.Integer(),
      /** calendar days after the due day on which it was submitted; 0 in time */
      daysLate: Type.Integer(),
    }),
  ),
})
export type ActedOn = Static<typeof ActedOn>

/** A fault of one report of many. */
export class ItemProblems extends Error {
  readonly problems: readonly FieldProblem[]
  constructor(problems: readonly FieldProblem[]) {
    super('a report cannot be taken')
    this.problems = problems
  }
}

/**
 * Does the same for each of many reports, or says for every one that cannot be done why; then the transaction is
 * undone as a whole. They are taken in the order of their ids, so that two who act on the same ones do not wait for
 * each other in a circle.
 *
 * @throws report.noneDone with a problem for each; with a single report, what is wrong with it
 */
export async function actOnEach<Result>(
  items: readonly ReportItem[],
  act: Localized,
  each: (item: ReportItem, path: string) => Promise<Result>,
): Promise<readonly Result[]> {
  const inOrder = items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => (a.item.dutyId < b.item.dutyId ? -1 : a.item.dutyId > b.item.dutyId ? 1 : 0))
  const results: { index: number; result: Result }[] = []
  const failed: { index: number; problems: readonly FieldProblem[]; error: unknown }[] = []
  const seen = new Set<string>()
  for (const { item, index } of inOrder) {
    if (seen.has(item.dutyId)) continue
    seen.add(item.dutyId)
    const path = `/items/${index}`
    try {
      results.push({ index, result: await each(item, path) })
    } catch (error) {
      failed.push({ index, problems: problemsOf(error, path), error })
    }
  }
  if (failed.length === 0) return results.sort((a, b) => a.index - b.index).map(({ result }) => result)
  const [only] = failed
  if (items.length === 1 && only !== undefined && only.error instanceof QxError) throw only.error
  const problems = failed.sort((a, b) => a.index - b.index).flatMap((each_) => each_.problems)
  throw reportErrors.noneDone({ act, count: failed.length, of: items.length }, { problems })
}

/** What is wrong with one of many, in the words of its own refusal. Everything else is no fault of the report. */
function problemsOf(error: unknown, path: string): readonly FieldProblem[] {
  if (error instanceof ItemProblems) return error.problems
  if (error instanceof QxError) return [{ path, message: error.localized }, ...error.problems]
  throw error
}
