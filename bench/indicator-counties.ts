import type { Database } from '@qiangxian/kernel/database/database'

/** A county that stands for one of a hundred: its key, and how many rights its register holds. */
export function benchCounty(number: number): string {
  return `bench-${String(number).padStart(3, '0')}`
}

/**
 * Fills registers of rights for further counties with invented rows of plausible spread, straight in the database: a
 * bench of computing is none of writing.
 */
export async function fillCounties(
  database: Database,
  counties: number,
  rightsEach: number,
  codes: readonly string[],
): Promise<void> {
  await database.asOwner(async (client) => {
    for (let number = 1; number <= counties; number += 1) {
      const county = benchCounty(number)
      await client.query(`set app.jurisdiction = '${county}'`)
      await client.query(
        `insert into jurisdiction (jurisdiction, label, label_en, demonstration, created_at)
         values ($1, $1, $1, true, now()) on conflict do nothing`,
        [county],
      )
      await client.query(
        `insert into patent (jurisdiction, id, revision, identity, unit_id, label, pinyin, tokens, digest, origin,
           recorded_at, recorded_by, act, demonstration, application_no, title, patent_type, owner_type, filed_on,
           granted_on, expires_on, ended_on, ipc)
         select $1, 'p' || lpad(n::text, 8, '0'), 1, n::text, 'unit-' || (n % 20), '演示专利 ' || n, '', '', n::text,
           'demonstration', '2026-01-01', '演示', 'added', true, n::text, '演示专利 ' || n,
           (array['invention', 'utility-model', 'utility-model', 'design'])[1 + n % 4],
           (array['enterprise', 'enterprise', 'enterprise', 'university', 'individual'])[1 + n % 5],
           filed, filed + 400, filed + 7300, case when n % 7 = 0 then filed + 2000 + n % 900 end,
           array[(array['C04B 33/24', 'H01M 10/0525', 'A47G 19/14', 'G06F 17/30', 'H02J 7/00'])[1 + n % 5]]
         from (select n, date '2012-01-01' + (n * 7919) % 5000 as filed from generate_series(1, $2::integer) n) given`,
        [county, rightsEach],
      )
      await client.query(
        `insert into patent_award (jurisdiction, id, revision, identity, label, pinyin, tokens, digest, origin, recorded_at,
           recorded_by, act, demonstration, patent_name, patent_id, award_kind, awarded_on)
         select $1, 'a' || n, 1, n::text, '演示奖 ' || n, '', '', n::text, 'demonstration', '2026-01-01', '演示', 'added', true,
           '演示专利', 'p' || lpad((n * 37)::text, 8, '0'), 'china-patent-award', date '2023-01-01' + n
         from generate_series(1, 100) n`,
        [county],
      )
      await client.query(
        `insert into register_change select $1, register, 1, now() from unnest('{patent,patent_award}'::text[]) as changed (register)
         on conflict do nothing`,
        [county],
      )
      // The table of codes is each county's own.
      await client.query(
        `insert into ipc_industry (jurisdiction, id, revision, identity, label, pinyin, tokens, digest, origin, recorded_at,
           recorded_by, act, demonstration, symbol, industry)
         select $1, 'i' || n, 1, n::text, symbol, '', '', n::text, 'demonstration', '2026-01-01', '演示', 'added', true,
           symbol, '演示产业'
         from unnest($2::text[]) with ordinality as given (symbol, n)`,
        [county, codes],
      )
    }
    await client.query('analyze')
  })
}
