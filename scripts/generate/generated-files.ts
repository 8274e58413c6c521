import { readFileSync } from 'node:fs'
import { createMigratedDatabase } from '@qiangxian/kernel/testing/test-database'
import { onServer } from '@qiangxian/kernel/testing/test-server'
import { options } from '@qiangxian/server/config'
import { describeApi } from '@qiangxian/server/openapi'
import { operations } from '@qiangxian/server/operations'
import type { Client } from 'pg'
import { printTables, readColumns } from '../describe-schema.ts'
import { printConfiguration } from './print-configuration.ts'
import { printOperations } from './print-operations.ts'
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
    { path: 'docs/openapi.json', text: `${JSON.stringify(describeApi(operations, packageJson.version), null, 2)}\n` },
    { path: 'docs/operations.md', text: printOperations(operations) },
    { path: 'docs/configuration.md', text: printConfiguration(options) },
  ]
}

async function fromDatabase(): Promise<readonly GeneratedFile[]> {
  const fresh = await createMigratedDatabase()
  try {
    return await onServer(fresh.url, async (client: Client) => [
      { path: 'kernel/database/tables.gen.ts', text: printTables(await readColumns(client)) },
      { path: 'docs/schema.sql', text: await printSchema(client) },
    ])
  } finally {
    await fresh.drop()
  }
}
