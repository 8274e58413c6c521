import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '../accounts/actor.ts'
import type { Role } from '../accounts/roles.ts'
import { type OutsideSettings, openOutside } from '../channels/open-outside.ts'
import type { Language } from '../errors/define-errors.ts'
import { type ContentStore, openContentStore } from '../evidence/content-store.ts'
import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import { openCounty } from '../jurisdiction/open-county.command.ts'
import { execute, type Platform, type Request } from '../operations/execute.ts'
import { fieldSecrets } from '../personal-data/field-secrets.ts'
import type { Registers } from '../registers/registers.ts'
import { makeRegisterTables } from '../registers/tables/make-register-tables.ts'
import { testCounty } from './test-county.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { testKey } from './test-key.ts'

/** The kernel over a database of its own, in an invented county, with a clock that tests move. */
export interface TestKernel extends Platform {
  readonly test: TestDatabase
  /** where its files lie, in a folder that goes with it */
  store(): ContentStore
  setNow(instant: Date): void
  close(): Promise<void>
}

/** The same key in every test: nothing that is tested depends on it. */
export const testSecrets = fieldSecrets(testKey)

/**
 * @param options.registers invented ones, whose tables are made at once
 * @param options.outside mail, telephone messages and webhooks; without them nothing leaves the machine
 */
export async function openTestKernel(
  county: Partial<CountyFacts> = {},
  { registers, outside }: { readonly registers?: Registers; readonly outside?: Partial<OutsideSettings> } = {},
): Promise<TestKernel> {
  const test = await openTestDatabase({ connections: 8 })
  if (registers !== undefined) {
    await test.database.asOwner((client) => makeRegisterTables(client, registers, new Date('2026-11-25T02:00:00Z')))
  }
  let folder: string | undefined
  let opened: ContentStore | undefined
  // Most tests of the kernel keep no file, and make no folder for it.
  const store = () => {
    folder ??= mkdtempSync(join(tmpdir(), 'qiangxian-kernel-'))
    opened ??= openContentStore(folder)
    return opened
  }
  let now = new Date('2026-11-25T02:00:00Z')
  const kernel: TestKernel = {
    test,
    database: test.database,
    county: testCounty(county),
    files: {
      readAll: async (digest) => Buffer.concat(await (await store().read(digest)).toArray()),
      open: (digest) => store().read(digest),
      source: (digest) => store().source(digest),
    },
    store,
    secrets: testSecrets,
    outside: openOutside(outside ?? {}, testSecrets),
    now: () => now,
    setNow: (instant) => {
      now = instant
    },
    close: async () => {
      await test.close()
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    },
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
