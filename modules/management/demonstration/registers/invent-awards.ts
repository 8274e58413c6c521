import { addYears, between, workday } from './days.ts'
import { linkTo } from './invent-entities.ts'
import type { Right } from './invent-patents.ts'
import { add, chance, type Inventing, stepsOf } from './invented.ts'

export interface Awarded {
  readonly patent: number
  readonly awardedOn: string
}

/** 专利奖: as many by each announcement as the story tells (C9). The answer names national ones alone. */
export function inventAwards(told: Inventing, rights: readonly Right[]): Awarded[] {
  const random = chance(told, 'awards')
  const { before, steps } = stepsOf(told, 'C9')
  const days = [
    ...Array.from({ length: before }, () =>
      workday(between(random, addYears(told.span.start, -7), addYears(told.span.start, -1))),
    ),
    ...steps.flatMap(({ on, by }) => Array.from({ length: by }, () => on)),
  ]
  const taken = new Set<number>()
  const national: Awarded[] = []
  for (const awardedOn of days) {
    const right = winner(awardedOn, taken, () => random.pick(rights))
    if (right === undefined) continue
    const place = random.next() * 100
    const award = place < 19 ? china : place < 55 ? provincial : municipal
    const year = awardedOn.slice(0, 4)
    add(told, 'patent-award', {
      unit: right.owner.unit,
      values: {
        patent: { name: right.applicationNo, of: right.of },
        title: right.title,
        awardKind: award.kind,
        level: award.level,
        grade: random.pick(award.grades),
        edition: award === china ? Number(year) - 1_999 : null,
        owners: [linkTo(right.owner)],
        awardedOn,
        documentNo: `${award.sign}〔${year}〕${random.between(3, 60)}号`,
      },
    })
    if (award === china) national.push({ patent: right.of, awardedOn })
  }
  return national
}

const china = {
  kind: 'china-patent-award',
  level: 'national',
  grades: ['silver', 'excellence', 'excellence', 'excellence'],
  sign: '演示国知',
}
const provincial = {
  kind: 'provincial',
  level: 'provincial',
  grades: ['gold', 'silver', 'excellence', 'inventor'],
  sign: '演示苏知',
}
const municipal = { kind: 'municipal', level: 'municipal', grades: ['gold', 'excellence'], sign: '演示锡知' }

function winner(on: string, taken: Set<number>, pick: () => Right): Right | undefined {
  for (let tries = 0; tries < 400; tries++) {
    const right = pick()
    const isGood = right.patentType === 'invention' || tries > 40
    if (!isGood || taken.has(right.of) || right.owner.entityType !== 'enterprise') continue
    if (right.grantedOn >= on || (right.endedOn !== null && right.endedOn <= on)) continue
    taken.add(right.of)
    return right
  }
  return undefined
}
