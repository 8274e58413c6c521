import { addDays } from '@qiangxian/engines/indicator/days'
import { newId } from '@qiangxian/kernel/ids/new-id'
import { isOverdueStep, type OverdueStep, rankOf } from '@qiangxian/kernel/progress/ladder'
import { documentNumber, urgingWords } from '@qiangxian/kernel/progress/urging-words'
import { seeded, seedFor } from './seeded.ts'
import { clockItself, instantOn, type SentOf, type Telling } from './telling.ts'

/** An urging that was told, for the notices that go with it. */
export interface ToldUrging {
  readonly id: string
  readonly sent: SentOf
  readonly number: string | null
  readonly words: string
}

/**
 * Everything that the clock sent, in the order of its days: so the numbers of letters run on through each year, as
 * they do when the clock hands them out night by night. Units reply to what is more than a reminder.
 */
export function tellUrgings(telling: Telling): {
  readonly told: readonly ToldUrging[]
  readonly counters: ReadonlyMap<string, number>
} {
  const counters = new Map<string, number>()
  const ordered = [...telling.sent].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : rankOf(a.step) - rankOf(b.step),
  )
  const told = ordered.map((sent) => tellUrging(telling, sent, counters))
  return { told, counters }
}

function tellUrging(telling: Telling, sent: SentOf, counters: Map<string, number>): ToldUrging {
  const { rows } = telling
  const at = instantOn(sent.on, 1)
  const id = newId(at)
  const number = isOverdueStep(sent.step) ? numbered(sent.step, sent.on, counters) : null
  const words = wordsOf(sent)
  rows.urging.push({
    id,
    duty_id: sent.dutyId,
    party_id: sent.unit.id,
    step: sent.step,
    due_on: sent.dueOn,
    number,
    on_date: sent.on,
    words,
    at,
    by_account: clockItself.accountId,
    by_label: clockItself.label,
  })
  if (isOverdueStep(sent.step)) tellReply(telling, id, sent)
  return { id, sent, number, words }
}

function numbered(step: OverdueStep, on: string, counters: Map<string, number>): string {
  const year = on.slice(0, 4)
  const name = `${step}:${year}`
  const next = (counters.get(name) ?? 0) + 1
  counters.set(name, next)
  return documentNumber(step, year, next)
}

function wordsOf({ kind, step, title, dueOn, on, skipped }: SentOf): string {
  const duty = { kind, title, dueOn, extendedTo: null, returnDueOn: null }
  return urgingWords(
    duty,
    step,
    skipped.map((each) => ({ step: each })),
    on,
  )
}

function tellReply({ rows, story, asOf }: Telling, urgingId: string, sent: SentOf): void {
  const random = seeded(seedFor(story.seed, 'reply', sent.unit.key, sent.title, sent.step))
  const on = addDays(sent.on, random.between(1, 3))
  if (!random.percent(70) || on > asOf) return
  const at = instantOn(on, 10, random.between(0, 59))
  const { reporter } = sent.unit
  rows.urging_reply.push({
    id: newId(at),
    urging_id: urgingId,
    words: random.pick(story.phrases.replies),
    at,
    by_account: reporter.accountId,
    by_label: reporter.label,
  })
}
