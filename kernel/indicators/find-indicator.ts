import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { QueryContext } from '../operations/context.ts'
import { findUnits, type UnitRef } from '../parties/unit-ref.ts'
import type { PlanTarget } from '../plan/plan-snapshot.ts'
import type { Indicators } from './define-indicator.ts'
import type { IndicatorDeclaration } from './indicator.types.ts'
import { indicatorErrors } from './indicator-errors.ts'
import type { Workings } from './workings.ts'

/**
 * The indicator that a code means: its own id, or the code of a target that the county holds against it.
 *
 * @throws indicator.unknown
 */
export function getIndicator(
  indicators: Indicators,
  county: Pick<CountyFacts, 'measures'>,
  code: string,
): IndicatorDeclaration {
  const measured = county.measures.find(({ target }) => target === code)?.indicator
  const found = indicators.find(code) ?? (measured === undefined ? undefined : indicators.find(measured))
  if (found === undefined) throw indicatorErrors.unknown({ code })
  return found
}

/** The plan's target that an indicator is held against; of several the one that was asked for, else the first. */
export function targetOf(
  { plan }: Pick<Workings, 'plan'>,
  county: Pick<CountyFacts, 'measures'>,
  id: string,
  asked?: string,
): PlanTarget | undefined {
  const codes = codesOf(county, id)
  const code = asked !== undefined && codes.includes(asked) ? asked : codes[0]
  return plan?.plan.targets.find((target) => target.code === code)
}

/** Whether a target can be held against figures in a unit: 次/年 is 次 of an indicator that counts by the year. */
export function isInUnit(target: Pick<PlanTarget, 'unit'>, unit: string): boolean {
  return target.unit === unit || target.unit === `${unit}/年`
}

/** The code of that target in the county's list, also while no plan is adopted. */
export function codeOf(county: Pick<CountyFacts, 'measures'>, id: string): string | null {
  return codesOf(county, id)[0] ?? null
}

function codesOf(county: Pick<CountyFacts, 'measures'>, id: string): readonly string[] {
  return county.measures.filter(({ indicator }) => indicator === id).map(({ target }) => target)
}

/** kinds of organisations that have values of their own: towns, subdistricts, parks */
const placeKinds = ['town', 'subdistrict', 'park'] as const

/** The places of the county that indicators are shown for, in their order. */
export async function placesOf({
  tx,
  jurisdiction,
}: Pick<QueryContext, 'tx' | 'jurisdiction'>): Promise<readonly UnitRef[]> {
  const rows = await tx
    .selectFrom('party')
    .select(['id', 'name', 'short_name', 'dissolved_on'])
    .where('jurisdiction', '=', jurisdiction)
    .where('kind', 'in', [...placeKinds])
    .where('dissolved_on', 'is', null)
    .orderBy('ordinal')
    .orderBy('pinyin')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, shortName: row.short_name, dissolvedOn: row.dissolved_on }))
}

/**
 * The unit that somebody means, by id, name, short name or alias.
 *
 * @throws indicator.noSuchUnit
 */
export async function getUnit(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  unit: string,
): Promise<UnitRef> {
  const row = await tx
    .selectFrom('party')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where((eb) =>
      eb.or([
        eb('id', '=', unit),
        eb('name', '=', unit),
        eb('short_name', '=', unit),
        eb(
          'id',
          'in',
          eb
            .selectFrom('party_alias')
            .select('party_id')
            .where('jurisdiction', '=', jurisdiction)
            .where('alias', '=', unit),
        ),
      ]),
    )
    .executeTakeFirst()
  const found = row === undefined ? undefined : (await findUnits(tx, jurisdiction, [row.id])).get(row.id)
  if (found === undefined) throw indicatorErrors.noSuchUnit({ unit })
  return found
}

/** @throws indicator.noSuchUnit, indicator.countyOnly */
export async function scopeOf(
  context: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  { label, byUnit }: Pick<IndicatorDeclaration, 'label' | 'byUnit'>,
  unit: string | undefined,
): Promise<UnitRef | null> {
  if (unit === undefined || unit === '' || unit === 'county') return null
  if (!byUnit) throw indicatorErrors.countyOnly({ label })
  return getUnit(context, unit)
}
