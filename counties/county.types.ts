/**
 * A county as data.
 *
 * The shapes are declared once, in `schema/`, with the meaning of every field beside it; the types here, the check at
 * start and the JSON schema for people without TypeScript all come from there. Everything is plain data that survives
 * `JSON.parse(JSON.stringify(county))`.
 *
 * - organisation 组织机构: a department, town, park or committee that can be responsible
 * - collective: a named set of organisations that a plan addresses together, 各镇（园区、街道）
 * - target 量化目标, milestone 里程碑: promised with and without a number
 * - yearly target 年度目标: its share for one year; null is 未分解
 * - parameter 参数: what law and plan leave open, with the default in use
 */

import type { Static } from 'typebox'
import type { countySchema } from './schema/county.schema.ts'

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T

export type County = DeepReadonly<Static<typeof countySchema>>

export type Organisation = County['organisations'][number]

export type CountyPlan = County['plan']
export type PlanGroup = CountyPlan['groups'][number]
export type PlanTask = CountyPlan['tasks'][number]
export type PlanTarget = CountyPlan['targets'][number]
export type YearlyTarget = PlanTarget['yearly'][number]
export type PlanMilestone = CountyPlan['milestones'][number]
export type PlanSafeguard = CountyPlan['safeguards'][number]
export type PlanPhase = CountyPlan['phases'][number]
export type OpenQuestion = CountyPlan['questions'][number]

export type WorkCalendarYear = County['calendar']['years'][number]
export type Parameter = County['parameters'][number]
export type TileMap = County['tileMap']
export type Tile = TileMap['tiles'][number]
export type DemoAccount = County['demo']['accounts'][number]
export type DemoStory = NonNullable<County['demo']['story']>
