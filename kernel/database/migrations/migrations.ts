import type { Migration } from '../migrate.ts'
import { house } from './2026-11-25-01-house.ts'
import { plan } from './2026-11-25-02-plan.ts'

/** Every migration of the kernel, oldest first. */
export const migrations: readonly Migration[] = [house, plan]
