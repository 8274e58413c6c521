import type { LifeEventRow, LifeQuestion } from '../../../api/service.types.ts'

/** Where somebody stands in the questions of a life event: what was answered, and what is asked or found. */
export interface Walk {
  readonly answered: readonly { readonly question: LifeQuestion; readonly choice: number }[]
  /** null: the questions are over */
  readonly asks: LifeQuestion | null
  /** ids of ways, the best first; empty while something is asked */
  readonly ways: readonly string[]
}

/**
 * Goes through the questions by the choices made so far, as they stand in the address: 0-2-1. A choice that does not
 * exist ends the walk there, so that an old address asks again instead of failing.
 */
export function walk(event: Pick<LifeEventRow, 'start' | 'questions'>, choices: readonly number[]): Walk {
  const answered: Walk['answered'][number][] = []
  let question = event.questions.find(({ id }) => id === event.start)
  for (const choice of choices) {
    const chosen = question?.choices[choice]
    if (question === undefined || chosen === undefined) break
    answered.push({ question, choice })
    if (chosen.ask === null) return { answered, asks: null, ways: chosen.ways }
    const next = chosen.ask
    question = event.questions.find(({ id }) => id === next)
  }
  return { answered, asks: question ?? null, ways: [] }
}

export function choicesOf(text: string | undefined): readonly number[] {
  if (text === undefined || !/^\d+(-\d+)*$/.test(text)) return []
  return text.split('-').map(Number)
}
