import type { Migration } from '../migrate.ts'
import { house } from './2026-11-25-01-house.ts'
import { plan } from './2026-11-25-02-plan.ts'
import { people } from './2026-11-25-03-people.ts'
import { outbox } from './2026-11-25-04-outbox.ts'
import { progress } from './2026-11-25-05-progress.ts'
import { registers } from './2026-11-25-06-registers.ts'
import { personalData } from './2026-11-25-07-personal-data.ts'
import { matters } from './2026-11-25-08-matters.ts'
import { documentTemplates } from './2026-11-26-01-document-templates.ts'
import { throttles } from './2026-11-26-03-throttles.ts'

/** Every migration of the kernel, oldest first. */
export const migrations: readonly Migration[] = [
  house,
  plan,
  people,
  outbox,
  progress,
  registers,
  personalData,
  matters,
  documentTemplates,
  throttles,
]

/** Names of all tables that the kernel makes for itself. */
export function kernelTables(): ReadonlySet<string> {
  return new Set(['qx_migration', ...migrations.flatMap(({ tables }) => Object.keys(tables))])
}
