import type { Cycle } from '@qiangxian/engines/indicator/period'
import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'

export type SettingItemKind = 'target' | 'task' | 'milestone'

/** What the office decided about one item; null where it decided nothing, and the county's default holds. */
export interface ItemSetting {
  readonly cycle: Cycle | null
  /** 基期值, in the base unit of the target */
  readonly baseline: number | null
  readonly baselineOn: string | null
}

export const noSetting: ItemSetting = { cycle: null, baseline: null, baselineOn: null }

/** Key of an item in the map: `target:0193…`. */
export function settingKey(kind: SettingItemKind, itemId: string): string {
  return `${kind}:${itemId}`
}

/**
 * The settings in force, by item. A row of the table speaks of the cycle, of the baseline, or of both: the last one
 * that speaks of it counts. A row with a date and without a value takes the baseline back.
 */
export async function itemSettings({ tx, jurisdiction }: QueryContext): Promise<ReadonlyMap<string, ItemSetting>> {
  const { rows } = await sql<{ kind: SettingItemKind; id: string } & ItemSetting>`
    select item_kind as kind, item_id as id,
      (array_agg(cycle order by decided_at desc, id desc) filter (where cycle is not null))[1] as cycle,
      (array_agg(baseline order by decided_at desc, id desc) filter (where baseline_on is not null))[1] as baseline,
      (array_agg(baseline_on::text order by decided_at desc, id desc) filter (where baseline_on is not null))[1]
        as "baselineOn"
    from item_setting where jurisdiction = ${jurisdiction}
    group by item_kind, item_id`.execute(tx)
  return new Map(
    rows.map(({ kind, id, cycle, baseline, baselineOn }) => [
      settingKey(kind, id),
      { cycle, baseline, baselineOn: baseline === null ? null : baselineOn },
    ]),
  )
}
