import type { Client } from 'pg'

/**
 * The functions behind `@@`, `@>` and `&&`. Behind the wall of row-level security PostgreSQL asks an index only by
 * functions of which it is known that they tell nothing of rows that are hidden; of these it is not known, and without it
 * a search reads the whole register.
 */
const functions = [
  'pg_catalog.ts_match_vq(tsvector, tsquery)',
  'pg_catalog.arraycontains(anyarray, anyarray)',
  'pg_catalog.arrayoverlap(anyarray, anyarray)',
] as const

/**
 * Lets the indexes of words and links answer behind the walls: says of these functions, in this database, that they are
 * leakproof, as the comparisons of texts and days are already. They raise no error that depends on a value, and answer
 * yes or no.
 *
 * Only a superuser may say so. The embedded server's user is one; on an installed server the administrator runs the
 * statements once (kernel/registers/README.md). Without them everything is right and long registers are slow.
 */
export async function letIndexesAnswer(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select f.name from unnest($1::text[]) f (name) join pg_proc p on p.oid = f.name::regprocedure
     where not p.proleakproof and current_setting('is_superuser') = 'on'`,
    [functions],
  )
  for (const { name } of rows) await client.query(`alter function ${name} leakproof`)
}
