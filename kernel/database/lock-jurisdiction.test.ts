import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { lockJurisdiction } from './lock-jurisdiction.ts'

describe('a jurisdiction held by one command', () => {
  const jurisdiction = 'here'
  let test: TestDatabase

  beforeAll(async () => {
    test = await openTestDatabase()
    await test.tamper(`insert into jurisdiction values ('here', 'here', 'here', true, now())`)
  })
  afterAll(() => test.close())

  /** What another command does meanwhile, which would rather fail than wait. */
  const meanwhile = <Result>(work: (held: Parameters<typeof lockJurisdiction>[0]) => Promise<Result>) =>
    test.database.inJurisdiction(jurisdiction, 'write', async (tx) => {
      await lockJurisdiction({ tx, jurisdiction })
      return test.database.inJurisdiction(jurisdiction, 'write', async (other) => {
        await sql`set local lock_timeout = '300ms'`.execute(other)
        return work({ tx: other, jurisdiction })
      })
    })

  it('is not held by another', async () => {
    await expect(meanwhile(lockJurisdiction)).rejects.toMatchObject({ code: '55P03' })
  })

  it('does not keep others from writing what belongs to it', async () => {
    const written = await meanwhile(({ tx }) =>
      tx
        .insertInto('journal_head')
        .values({ jurisdiction, sequence: 0, hash: '0'.repeat(64) })
        .executeTakeFirst(),
    )
    expect(written.numInsertedOrUpdatedRows).toBe(1n)
  })
})
