import type { Actor } from '../accounts/actor.ts'
import type { Role } from '../accounts/roles.ts'
import type { Language } from '../errors/define-errors.ts'
import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import { openCounty } from '../jurisdiction/open-county.command.ts'
import { execute, type Platform, type Request } from '../operations/execute.ts'
import { testCounty } from './test-county.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

/** The kernel over a database of its own, in an invented county, with a clock that tests move. */
export interface TestKernel extends Platform {
  readonly test: TestDatabase
  setNow(instant: Date): void
  close(): Promise<void>
}

export async function openTestKernel(county: Partial<CountyFacts> = {}): Promise<TestKernel> {
  const test = await openTestDatabase({ connections: 8 })
  let now = new Date('2026-11-25T02:00:00Z')
  const kernel: TestKernel = {
    test,
    database: test.database,
    county: testCounty(county),
    files: {
      readAll: () => Promise.reject(new Error('the kernel tests store no files')),
    },
    now: () => now,
    setNow: (instant) => {
      now = instant
    },
    close: () => test.close(),
  }
  await execute(kernel, openCounty, requestAs('office'), {})
  return kernel
}

/** A request of somebody in a role, by a way that needs no sign-in. */
export function requestAs(role: Role, changes: Partial<Actor> = {}): Request {
  const actor: Actor = {
    accountId: undefined,
    sessionId: undefined,
    label: '演示操作员',
    roles: [{ role, partyId: undefined }],
    via: 'qx',
    address: undefined,
    ...changes,
  }
  const language: Language = 'zh'
  return { actor, requestId: 'test-request', language }
}
