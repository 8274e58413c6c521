import type { Formula } from './formula.types.ts'
import { below, partsOf } from './leaves.ts'
import { formulaIn } from './parameters.ts'
import type { FormulaProblem, World } from './world.types.ts'

/** 十 to 万亿, the longest first. */
const multiples: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['十亿', 1e9],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
  ['十', 10],
]

/** How many of the base unit one is: 亿元 is 1e8 of 元. Words that begin with a multiple and are none (百分点) are left whole. */
export function unitParts(unit: string): { readonly times: number; readonly base: string } {
  if (unit === '百分点') return { times: 1, base: unit }
  for (const [word, times] of multiples) {
    if (unit.startsWith(word) && unit.length > word.length) return { times, base: unit.slice(word.length) }
  }
  return { times: 1, base: unit }
}

/**
 * The unit in which a formula comes out; what does not fit is reported with its place, and the reckoning goes on with
 * what was probably meant.
 */
export function unitOf(formula: Formula, world: World, report: (problem: FormulaProblem) => void, path = ''): string {
  const plain = formulaIn(formula, world.parameters)
  const wrong = (zh: string, en: string) => report({ path, message: { zh, en } })
  const [first, second] = plain.measure === 'indicator' ? [] : unitsOfParts(plain, world, report, path)
  switch (plain.measure) {
    case 'count':
    case 'average':
    case 'sum':
    case 'latest':
    case 'number':
      checkField(plain, world, wrong)
      return plain.unit
    case 'indicator':
      return world.indicators.get(plain.id)?.unit ?? ''
    case 'ratio':
      return first === second ? '' : `${first}/${second}`
    case 'share':
      if (first !== second) {
        wrong(
          `占比的两部分单位不同（${first} 和 ${second}）。请换成同一单位再相除。`,
          `the parts of a share are in different units (${first}, ${second}); bring them into one`,
        )
      }
      return '%'
    case 'per':
      return `${first}/${perWords(plain.per, second ?? '')}`
    case 'growth':
      return '%'
    case 'add':
    case 'subtract': {
      const units = unitsOfParts(plain, world, () => {}, path)
      const other = units.find((unit) => unit !== first)
      if (other !== undefined) {
        wrong(
          `不同单位（${first} 和 ${other}）不能相加减。请先换算成同一单位。`,
          `${first} and ${other} cannot be added; bring them into one unit first`,
        )
      }
      return first ?? ''
    }
    case 'scale': {
      const [from, to] = [unitParts(first ?? ''), unitParts(plain.unit)]
      if (from.base !== to.base || to.times !== from.times * plain.by) {
        wrong(
          `把 ${first} 除以 ${plain.by} 得不到 ${plain.unit}。请核对倍数和单位。`,
          `${first} divided by ${plain.by} is not ${plain.unit}; check factor and unit`,
        )
      }
      return plain.unit
    }
  }
}

function unitsOfParts(
  formula: Formula,
  world: World,
  report: (problem: FormulaProblem) => void,
  path: string,
): readonly string[] {
  return partsOf(formula, world).map(({ name, part }) => unitOf(part, world, report, below(path, name)))
}

function checkField(
  plain: Formula & { readonly unit: string },
  world: World,
  wrong: (zh: string, en: string) => void,
): void {
  if (!('measure' in plain) || (plain.measure !== 'sum' && plain.measure !== 'average')) return
  const field = world.registers.get(plain.register)?.fields.get(plain.field)
  const unit = field?.kind === 'money' ? '元' : field?.kind === 'share' ? '%' : field?.unit
  if (unit !== undefined && unit !== plain.unit) {
    wrong(
      `“${field?.label}”的单位是 ${unit}，公式里写的是 ${plain.unit}。请改为 ${unit}，需要时再用换算。`,
      `“${field?.labelEn}” is in ${unit} and the formula says ${plain.unit}; write ${unit} and scale it`,
    )
  }
}

/** 10000 人 → 万人; 1 万人 → 万人; 500 人 → 500人 */
export function perWords(per: number, unit: string): string {
  const { times, base } = unitParts(unit)
  const all = per * times
  if (all === 1) return base
  const word = multiples.find(([, number]) => number === all)
  return word === undefined ? `${all}${base}` : `${word[0]}${base}`
}
