import { onServer } from '@qiangxian/kernel/testing/test-server'

/**
 * Changes rows of one county while the program runs, and leaves the walls around the county as they are: for what no
 * page can do, because it takes a fortnight, or because nobody is there who would do it.
 *
 * @returns how many rows were changed
 */
export function changeRows(
  databaseUrl: string,
  jurisdiction: string,
  sql: string,
  values: readonly unknown[],
): Promise<number> {
  return onServer(databaseUrl, async (client) => {
    await client.query('begin')
    await client.query(`select set_config('app.jurisdiction', $1, true)`, [jurisdiction])
    const { rowCount } = await client.query(sql, [...values])
    await client.query('commit')
    return rowCount ?? 0
  })
}
