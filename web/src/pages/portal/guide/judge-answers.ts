import type { CallEligibility } from '../../../api/types.gen.ts'

type Condition = CallEligibility['conditions'][number]
export type Verdict = CallEligibility['verdict']

/** What somebody answered themselves, by call and condition. Kept on the page and nowhere else. */
export type Answers = Readonly<Record<string, boolean>>

export const answerKey = (callId: string, conditionId: string) => `${callId}/${conditionId}`

/** What the platform knows stands; what it does not know is as the person says, or open. */
export function judgedCondition(callId: string, condition: Condition, answers: Answers): Condition['verdict'] {
  if (condition.verdict !== 'unknown') return condition.verdict
  const answer = answers[answerKey(callId, condition.id)]
  return answer === undefined ? 'unknown' : answer ? 'fulfilled' : 'notFulfilled'
}

/** One that is not fulfilled decides against; only when all are, it can be applied for. */
export function judgedCall(call: Pick<CallEligibility, 'id' | 'conditions'>, answers: Answers): Verdict {
  const verdicts = call.conditions.map((condition) => judgedCondition(call.id, condition, answers))
  if (verdicts.includes('notFulfilled')) return 'notEligible'
  return verdicts.includes('unknown') ? 'unknown' : 'eligible'
}
