/**
 * Measures the plan compiler against the corpus.
 *
 *     npx tsx engines/plan-document/corpus/evaluate.ts [dev|held-out|held-out-2|held-out-3|held-out-4|foreign|all] [--verbose] [--noise]
 *
 * With --noise only the sums are shown, once for each noise that typing and converting bring in.
 */

import { compilePlan } from '../compile-plan.ts'
import { type CorpusSet, corpusSets, loadCorpus, sourceOf } from './load-corpus.ts'
import { type Noise, noises } from './noise.ts'
import type { Overlap, PlanScore, Share } from './score.types.ts'
import { scorePlan } from './score-plan.ts'
import { f1, precision, rate, recall, type TotalScore, totalScores } from './total-scores.ts'

/** The scores of every plan of a set. A plan that stops the compiler is reported by name, not swallowed. */
export function evaluateSet(set: CorpusSet, noise?: Noise): { name: string; score: PlanScore }[] {
  return loadCorpus(set).map(({ name, source: clean, gold }) => {
    const source =
      noise === undefined ? clean : sourceOf(noises[noise](clean.text), gold.emptyFirstCellsContinue === true)
    try {
      return { name, score: scorePlan(gold, compilePlan(source), source.text) }
    } catch (cause) {
      throw new Error(`The compiler stopped at plan ${set}/${name}`, { cause })
    }
  })
}

function presentScore(score: TotalScore): string[] {
  const percent = (value: number): string => `${(100 * value).toFixed(1)}%`
  const share = (name: string, value: Share): string => `${name} ${percent(rate(value))} (${value.right}/${value.of})`
  const overlap = (name: string, value: Overlap): string =>
    `${name} P ${percent(precision(value))} R ${percent(recall(value))} F1 ${percent(f1(value))} (${value.right} right, ${value.got} read, ${value.wanted} wanted)`
  return [
    overlap('targets', score.targets),
    [share('op', score.op), share('kind', score.kind), share('deadline', score.deadline)].join(' · '),
    [share('sameAs', score.sameAs), share('spans', score.spans), share('milestones', score.milestones)].join(' · '),
    share('lead lists exact', score.leads),
    overlap('units', score.units),
    overlap('tasks', score.tasks),
    [share('groups', score.groups), share('safeguards', score.safeguards), share('due', score.due)].join(' · '),
    overlap('phases', score.phases),
    [
      share('title', score.title),
      share('issuer', score.issuer),
      share('date', score.date),
      share('documentNo', score.documentNo),
      share('period', score.period),
    ].join(' · '),
  ]
}

function main(args: readonly string[]): void {
  const verbose = args.includes('--verbose')
  const asked = args.find((arg) => !arg.startsWith('--')) ?? 'all'
  const sets = corpusSets.filter((set) => asked === 'all' || asked === set)
  if (sets.length === 0) throw new Error(`Unknown set ${asked}: one of ${corpusSets.join(', ')}, all`)
  if (args.includes('--noise')) {
    showNoise(sets)
    return
  }
  for (const set of sets) {
    const scored = evaluateSet(set)
    if (scored.length === 0) {
      console.log(`${set}: no plans here`)
      continue
    }
    for (const { name, score } of scored) {
      console.log(`\n${set}/${name}`)
      for (const line of presentScore(score)) console.log(`  ${line}`)
      if (verbose) for (const { kind, detail } of score.misses) console.log(`    - ${kind}: ${detail}`)
    }
    console.log(`\n== ${set}: ${scored.length} plans`)
    for (const line of presentScore(totalScores(scored.map(({ score }) => score)))) console.log(`   ${line}`)
  }
}

function showNoise(sets: readonly CorpusSet[]): void {
  for (const set of sets) {
    for (const noise of Object.keys(noises) as Noise[]) {
      const total = totalScores(evaluateSet(set, noise).map(({ score }) => score))
      console.log(`\n== ${set} with ${noise}`)
      for (const line of presentScore(total)) console.log(`   ${line}`)
    }
  }
}

if (import.meta.url === new URL(process.argv[1] ?? '', 'file://').href) main(process.argv.slice(2))
