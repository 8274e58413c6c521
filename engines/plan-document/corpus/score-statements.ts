import type { PlanDocument } from '../plan-document.types.ts'
import type { GoldIndicator, GoldPlan } from './gold.types.ts'
import type { Pair } from './pairing.ts'
import { isSameQuantity, nameAgreement } from './same-words.ts'
import type { NoteMiss, PlanScore } from './score.types.ts'

/** Op, kind and the rest are judged where the statement itself was found. */
export function scoreStatements(
  gold: GoldPlan,
  got: PlanDocument,
  pairs: readonly Pair[],
  text: string,
  miss: NoteMiss,
): Pick<PlanScore, 'targets' | 'op' | 'kind' | 'deadline' | 'sameAs' | 'spans'> {
  const gotOf = new Map(pairs.map((pair) => [pair.gold, pair.got]))
  const foundGot = new Set(pairs.map((pair) => pair.got))
  const share = { op: { right: 0, of: 0 }, kind: { right: 0, of: 0 }, deadline: { right: 0, of: 0 } }
  const sameAs = { right: 0, of: 0 }
  const judge = (which: keyof typeof share, ok: boolean, detail: string): void => {
    share[which].of += 1
    if (ok) share[which].right += 1
    else miss(which, detail)
  }
  let right = 0
  let optionalFound = 0
  gold.indicators.forEach((wanted, i) => {
    const index = gotOf.get(i)
    const read = index === undefined ? undefined : got.indicators[index]
    if (wanted.optional === true) {
      if (read !== undefined) optionalFound += 1
      return
    }
    if (read === undefined) {
      const elsewhere = got.indicators.find(
        (other, k) =>
          !foundGot.has(k) &&
          isSameQuantity(wanted.normalized, other.normalized) &&
          nameAgreement(wanted.name, other.name) >= 0.5,
      )
      if (elsewhere !== undefined) {
        miss('target in the wrong place', `${present(wanted)}: read in task ${elsewhere.task}`)
      } else {
        const near = got.indicators.find(
          (other, k) => !foundGot.has(k) && isSameQuantity(wanted.normalized, other.normalized),
        )
        miss('target missed', near === undefined ? present(wanted) : `${present(wanted)}; named 「${near.name}」`)
      }
      return
    }
    right += 1
    judge('op', wanted.op === read.op, `${present(wanted)}: ${read.op} read`)
    const kinds = Array.isArray(wanted.kind) ? wanted.kind : [wanted.kind]
    judge('kind', kinds.includes(read.kind), `${present(wanted)}: ${kinds.join('/')} wanted, ${read.kind} read`)
    if (wanted.deadline !== undefined) {
      judge(
        'deadline',
        wanted.deadline === read.deadline,
        `${present(wanted)}: ${wanted.deadline} wanted, ${read.deadline} read`,
      )
    }
    if (isRepeat(gold.indicators, i)) {
      sameAs.of += 1
      if (read.sameAs !== null) sameAs.right += 1
      else miss('sameAs', present(wanted))
    }
  })
  let spansRight = 0
  got.indicators.forEach((read, k) => {
    const printed = text.slice(read.span.start, read.span.end)
    const pure = (words: string): string => words.replace(/\s/gu, '')
    if (printed !== '' && (pure(printed).includes(pure(read.text)) || pure(read.text).includes(pure(printed)))) {
      spansRight += 1
    } else {
      miss('span', `${read.name}: 「${printed.slice(0, 40)}」 is not 「${read.text.slice(0, 40)}」`)
    }
    if (!foundGot.has(k)) {
      miss(
        'not a target',
        `${read.name} ${read.op} ${String(read.value)}${read.unit}, task ${read.task}: ${read.text.slice(0, 60)}`,
      )
    }
  })
  return {
    targets: {
      right,
      got: got.indicators.length - optionalFound,
      wanted: gold.indicators.filter((indicator) => indicator.optional !== true).length,
    },
    ...share,
    sameAs,
    spans: { right: spansRight, of: got.indicators.length },
  }
}

/** The same number under the same name, stated before in another place. */
function isRepeat(indicators: readonly GoldIndicator[], index: number): boolean {
  const one = indicators[index]
  if (one === undefined) return false
  return indicators
    .slice(0, index)
    .some(
      (earlier) =>
        earlier.task !== one.task &&
        earlier.optional !== true &&
        isSameQuantity(earlier.normalized, one.normalized) &&
        nameAgreement(earlier.name, one.name) >= 0.9,
    )
}

function present(indicator: GoldIndicator): string {
  const place = indicator.task === null ? 'goals' : `task ${indicator.task}`
  return `${indicator.name} ${indicator.op} ${String(indicator.value)}${indicator.unit} (${place})`
}
