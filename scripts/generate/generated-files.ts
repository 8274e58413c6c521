import { readFileSync } from 'node:fs'
import { makeRegisterTables } from '@qiangxian/kernel/registers/tables/make-register-tables'
import { createMigratedDatabase } from '@qiangxian/kernel/testing/test-database'
import { onServer } from '@qiangxian/kernel/testing/test-server'
import { options } from '@qiangxian/server/config'
import { matters, registers } from '@qiangxian/server/declarations'
import { describeApi } from '@qiangxian/server/openapi'
import { operations } from '@qiangxian/server/operations'
import type { Client } from 'pg'
import { printTables, readColumns } from '../describe-schema.ts'
import { printConfiguration } from './print-configuration.ts'
import { printMatters } from './print-matters.ts'
import { printOperations } from './print-operations.ts'
import { printRegisters } from './print-registers.ts'
import { printSchema } from './print-schema.ts'

export interface GeneratedFile {
  /** from the root */
  readonly path: string
  readonly text: string
}

const packageJson = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** Every file that is printed from the programs and a freshly migrated database. */
export async function generatedFiles(): Promise<readonly GeneratedFile[]> {
  return [
    ...(await fromDatabase()),
    {
      path: 'docs/openapi.json',
      text: `${JSON.stringify(describeApi(operations, packageJson.version, registers, matters), null, 2)}\n`,
    },
    ...printRegisters(registers),
    ...printMatters(matters),
    { path: 'docs/operations.md', text: printOperations(operations) },
    { path: 'docs/configuration.md', text: printConfiguration(options) },
  ]
}

async function fromDatabase(): Promise<readonly GeneratedFile[]> {
  const fresh = await createMigratedDatabase()
  try {
    return await onServer(fresh.url, async (client: Client) => {
      // Queries of the kernel know its own tables; those of registers are made for whatever is declared.
      const tables = printTables(await readColumns(client))
      await makeRegisterTables(client, registers, new Date(0))
      return [
        { path: 'kernel/database/tables.gen.ts', text: tables },
        { path: 'docs/schema.sql', text: await printSchema(client) },
      ]
    })
  } finally {
    await fresh.drop()
  }
}
