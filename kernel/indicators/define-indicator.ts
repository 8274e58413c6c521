import { checkFormula } from '@qiangxian/engines/formula/check-formula'
import type { Formula } from '@qiangxian/engines/formula/formula.types'
import { leavesOf } from '@qiangxian/engines/formula/leaves'
import type { World } from '@qiangxian/engines/formula/world.types'
import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { Area } from '../registers/register.types.ts'
import type { Registers } from '../registers/registers.ts'
import type { Caution, IndicatorDeclaration } from './indicator.types.ts'
import { indicatorErrors } from './indicator-errors.ts'
import { worldOf } from './world.ts'

/** Declares an indicator. What it says is checked when all are put together, where registers and others are known. */
export function defineIndicator<const Declaration extends IndicatorDeclaration>(declaration: Declaration): Declaration {
  return declaration
}

/** Every indicator that the program can compute. */
export interface Indicators {
  readonly registers: Registers
  readonly all: readonly IndicatorDeclaration[]
  readonly cautions: readonly Caution[]
  find(id: string): IndicatorDeclaration | undefined
  /** of the first register that it counts; null for one that counts none */
  areaOf(id: string): Area | null
}

/**
 * Puts the declared indicators together and checks them: ids, formulas with their units and circles, the county's
 * measures.
 *
 * @throws indicator.badDeclarations with every problem at once, each with its place
 */
export function assembleIndicators({
  registers,
  indicators,
  cautions = [],
  measures = [],
  parameters = new Map(),
}: {
  readonly registers: Registers
  readonly indicators: readonly IndicatorDeclaration[]
  readonly cautions?: readonly Caution[]
  readonly measures?: CountyFacts['measures']
  readonly parameters?: World['parameters']
}): Indicators {
  const world = worldOf({ registers, indicators, parameters, programme: null })
  const problems = [
    ...indicators.flatMap((indicator, at) => problemsOf(indicator, indicators.slice(0, at), world)),
    ...measures.flatMap(({ target, indicator }) =>
      indicators.some(({ id }) => id === indicator)
        ? []
        : [`measures.${target}: there is no indicator “${indicator}”; declare it or name another`],
    ),
    ...cautions.flatMap((caution) => cautionProblems(caution, registers)),
  ]
  if (problems.length > 0) throw indicatorErrors.badDeclarations({ problems })
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const areas = new Map(indicators.map(({ id, formula }) => [id, areaIn(formula, world, registers)]))
  return {
    registers,
    all: indicators,
    cautions,
    find: (id) => byId.get(id),
    areaOf: (id) => areas.get(id) ?? null,
  }
}

function areaIn(formula: Formula, world: World, registers: Registers): Area | null {
  for (const { formula: leaf } of leavesOf(formula, world)) {
    if (leaf.measure !== 'latest') return registers.get(leaf.register).declaration.area
  }
  return null
}

function problemsOf(
  { id, label, labelEn, unit, decimals, formula }: IndicatorDeclaration,
  earlier: readonly IndicatorDeclaration[],
  world: World,
): readonly string[] {
  const found = checkFormula(formula, world, id)
  return [
    ...(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/.test(id)
      ? []
      : [`${id}: an id is register-or-subject.what-it-counts`]),
    ...(earlier.some((one) => one.id === id) ? [`${id}: declared twice; give one of them another id`] : []),
    ...(label.trim() === '' || labelEn.trim() === '' ? [`${id}: has no label in both languages`] : []),
    ...(Number.isInteger(decimals) && decimals >= 0 && decimals <= 6
      ? []
      : [`${id}.decimals: 0 to 6, not ${decimals}`]),
    ...found.problems.map(({ path, message }) => `${id}.formula${path === '' ? '' : `.${path}`}: ${message.en}`),
    ...(found.problems.length === 0 && found.unit !== unit
      ? [`${id}.unit: the formula comes out in “${found.unit}”, the indicator says “${unit}”`]
      : []),
  ]
}

function cautionProblems({ id, applies }: Caution, registers: Registers): readonly string[] {
  const named = 'counts' in applies ? [applies.counts] : applies.paysFor
  const unknown = named.filter((register) => registers.find(register) === undefined)
  const field =
    'counts' in applies && unknown.length === 0 && !registers.get(applies.counts).fields.has(applies.by)
      ? [`caution ${id}: “${applies.counts}” has no field “${applies.by}”`]
      : []
  return [...unknown.map((register) => `caution ${id}: there is no register “${register}”`), ...field]
}

/** The cautions that a formula deserves: what it counts, and what it pays for. */
export function cautionsFor(formula: Formula, world: World, cautions: readonly Caution[]): readonly Caution[] {
  return cautions.filter(({ applies }) =>
    'counts' in applies
      ? leavesOf(formula, world).some(({ formula: leaf }) => counts(leaf, applies))
      : ratiosIn(formula).some(({ of, to }) => isMoney(of, world) && countsOneOf(to, applies.paysFor, world)),
  )
}

function counts(leaf: Formula, { counts: register, by }: { readonly counts: string; readonly by: string }): boolean {
  if (!('measure' in leaf) || leaf.measure !== 'count' || leaf.register !== register) return false
  return JSON.stringify(leaf.window).includes(`"on":${JSON.stringify(by)}`)
}

function ratiosIn(tree: unknown): readonly { readonly of: Formula; readonly to: Formula }[] {
  if (tree === null || typeof tree !== 'object') return []
  const inner = Object.values(tree).flatMap(ratiosIn)
  return 'measure' in tree && tree.measure === 'ratio'
    ? [tree as { of: Formula; to: Formula; measure: string }, ...inner]
    : inner
}

function isMoney(formula: Formula, world: World): boolean {
  return leavesOf(formula, world).some(({ formula: leaf }) => leaf.unit.endsWith('元'))
}

function countsOneOf(formula: Formula, registers: readonly string[], world: World): boolean {
  return leavesOf(formula, world).some(
    ({ formula: leaf }) => leaf.measure === 'count' && registers.includes(leaf.register),
  )
}
