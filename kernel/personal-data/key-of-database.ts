import type { Client } from 'pg'
import { type FieldSecrets, fieldSecrets, lockedSecrets } from './field-secrets.ts'
import { findMasterKey, masterKey } from './master-key.ts'
import { personalDataErrors } from './personal-data-errors.ts'

/**
 * The secrets of a database: by the key that is here, or by a new one where nothing was written yet. Where the database
 * was written by a key that is not here (`qx` from another folder, a back-up that was just restored), personal data
 * stays locked and no second key is made.
 *
 * @throws personalData.otherKey when there is a key here and it is another
 */
export async function secretsOfDatabase(
  client: Client,
  { configured, file, now }: { readonly configured: string | undefined; readonly file: string; readonly now: Date },
): Promise<FieldSecrets> {
  const where = keyPlace(configured, file)
  const found = findMasterKey(configured, file)
  const fingerprint = found === undefined ? await keyOfDatabase(client) : undefined
  if (fingerprint !== undefined) return lockedSecrets({ fingerprint, where })
  const secrets = fieldSecrets(found ?? masterKey(configured, file))
  await refuseOtherKey(client, secrets, { where, now })
  return secrets
}

/**
 * Refuses to work on personal data with a key that is not the one of the database: what it holds could not be opened,
 * and what is written now could not be opened later. The first key that is used becomes that of the database.
 *
 * @param options.where where the key is looked for, for the words of the refusal
 * @throws personalData.otherKey
 */
export async function refuseOtherKey(
  client: Client,
  { fingerprint }: FieldSecrets,
  { where, now }: { readonly where: string; readonly now: Date },
): Promise<void> {
  const known = await keyOfDatabase(client)
  if (known === undefined) {
    await client.query(
      'insert into personal_data_key (fingerprint, first_used_at) values ($1, $2) on conflict do nothing',
      [fingerprint, now],
    )
  } else if (known !== fingerprint) {
    throw personalDataErrors.otherKey({ wanted: known, given: fingerprint, where })
  }
}

/** The fingerprint of the key by which the database was written; undefined while nothing was. */
export async function keyOfDatabase(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ fingerprint: string }>(
    'select fingerprint from personal_data_key order by first_used_at limit 1',
  )
  return rows[0]?.fingerprint
}

export function keyPlace(configured: string | undefined, file: string): string {
  return configured === undefined ? file : 'QX_PERSONAL_DATA_KEY'
}
