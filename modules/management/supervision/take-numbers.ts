import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { sql } from 'kysely'

/**
 * Takes so many numbers of a counter that begins at 1, in one go; an undone command leaves no gap.
 *
 * @returns the first of them
 */
export async function takeNumbers({ tx, jurisdiction }: CommandContext, name: string, count: number): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into counter (jurisdiction, name, value) values (${jurisdiction}, ${name}, ${count})
    on conflict (jurisdiction, name) do update set value = counter.value + excluded.value
    returning value`.execute(tx)
  return (rows[0]?.value ?? count) - count + 1
}
