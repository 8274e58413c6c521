import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import { Compile } from 'typebox/compile'
import type { County } from '../county.types.ts'
import { dateRange } from '../schema/base.schema.ts'
import { countySchema } from '../schema/county.schema.ts'
import * as units from '../schema/organisation.schema.ts'
import * as plans from '../schema/plan.schema.ts'
import { calendarProblems } from './calendar-problems.ts'
import { rangeProblems } from './dates.ts'
import { declaredNames, repeated, soundEntries } from './entries.ts'
import { valueAt } from './json-pointer.ts'
import { measureProblems } from './measure-problems.ts'
import { milestoneProblems } from './milestone-problems.ts'
import { organisationProblems } from './organisation-problems.ts'
import { demoProblems, parameterProblems, questionProblems } from './parameter-problems.ts'
import { type PlanNames, phaseProblems, taskProblems } from './plan-problems.ts'
import { shapeProblems } from './shape-problems.ts'
import { targetProblems } from './target-problems.ts'
import { tileProblems } from './tile-problems.ts'
import { unitsOf } from './units.ts'

export type CountyCheck =
  | { readonly kind: 'sound'; readonly county: County }
  | { readonly kind: 'broken'; readonly problems: readonly FieldProblem[] }

const countyShape = Compile(countySchema)
const periodShape = Compile(dateRange)
const gridShape = Compile(units.tileGrid)

/**
 * Everything that is wrong with a county, in one pass: shapes first, then what its parts say about each other.
 *
 * An item of the wrong shape is reported for its shape only; the rest is checked all the same, so that correcting one
 * mistake does not uncover the next.
 */
export function checkCounty(value: unknown): CountyCheck {
  const problems = [...shapeProblems(countySchema, value), ...crossProblems(value)]
  // The second condition says nothing new; it is how the compiler learns the type.
  if (problems.length === 0 && countyShape.Check(value)) return { kind: 'sound', county: value }
  return { kind: 'broken', problems }
}

function crossProblems(county: unknown): FieldProblem[] {
  const organisations = soundEntries(county, '/organisations', units.organisation)
  const tasks = soundEntries(county, '/plan/tasks', plans.planTask)
  const targets = soundEntries(county, '/plan/targets', plans.planTarget)
  const milestones = soundEntries(county, '/plan/milestones', plans.planMilestone)
  const phases = soundEntries(county, '/plan/phases', plans.planPhase)
  const groups = soundEntries(county, '/plan/groups', plans.planGroup)
  const safeguards = soundEntries(county, '/plan/safeguards', plans.planSafeguard)
  const parameters = soundEntries(county, '/parameters', units.parameter)

  const known = unitsOf(declaredNames(county, '/organisations', 'key'), organisations)
  const names = planNames(county)
  const statedPeriod = valueAt(county, '/plan/period')
  const period = periodShape.Check(statedPeriod) ? statedPeriod : undefined
  const statedGrid = valueAt(county, '/tileMap')
  const grid = gridShape.Check(statedGrid) ? statedGrid : undefined

  return [
    ...organisationProblems(organisations, known),
    ...(period === undefined ? [] : rangeProblems(period, '/plan/period')),
    ...repeated(groups, (group) => String(group.number), 'number', { zh: '任务组序号', en: 'group number' }),
    ...taskProblems(tasks, names, known),
    ...repeated<{ code: string }>([...targets, ...milestones], (item) => item.code, 'code', { zh: '编号', en: 'code' }),
    ...targetProblems(targets, names, known, period),
    ...milestoneProblems(milestones, phases, names, known),
    ...repeated(safeguards, (one) => String(one.number), 'number', { zh: '保障措施序号', en: 'safeguard number' }),
    ...phaseProblems(phases, period),
    ...questionProblems(
      soundEntries(county, '/plan/questions', plans.openQuestion),
      names.codes,
      declaredNames(county, '/parameters', 'key'),
    ),
    ...calendarProblems(
      soundEntries(county, '/calendar/years', units.calendarYear),
      declaredNames(county, '/calendar/years', 'year'),
      period,
    ),
    ...parameterProblems(parameters, names.codes),
    ...measureProblems(county, declaredNames(county, '/plan/targets', 'code')),
    ...tileProblems(soundEntries(county, '/tileMap/tiles', units.tile), grid, organisations, known),
    ...demoProblems(soundEntries(county, '/demo/accounts', units.demoAccount), known),
  ]
}

function planNames(county: unknown): PlanNames {
  return {
    groups: declaredNames(county, '/plan/groups', 'number'),
    tasks: declaredNames(county, '/plan/tasks', 'number'),
    safeguards: declaredNames(county, '/plan/safeguards', 'number'),
    phaseNumbers: declaredNames(county, '/plan/phases', 'number'),
    phaseKeys: declaredNames(county, '/plan/phases', 'key'),
    codes: new Set([
      ...declaredNames(county, '/plan/targets', 'code'),
      ...declaredNames(county, '/plan/milestones', 'code'),
    ]),
  }
}
