import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { Client } from 'pg'
import { wallAround } from '../../database/migrate.ts'
import { registerErrors } from '../register-errors.ts'
import type { Register, Registers } from '../registers.ts'
import { changeOf } from './change-table.ts'
import { createTable } from './create-table.ts'
import { letIndexesAnswer } from './let-indexes-answer.ts'
import { shapeOf, type TableShape } from './table-shape.ts'

/** One number for every program that makes tables of registers: only one of them does it at a time. */
const registerTablesLock = 7_320_284

export interface RegisterTablesMade {
  readonly created: readonly string[]
  readonly changed: readonly string[]
}

/**
 * Brings the tables of the registers to what their declarations say. Called as the owner at every start, after the
 * migrations; when nothing changed, it asks one question.
 *
 * New registers and fields come by themselves, a field that was called otherwise is renamed where the declaration says
 * so. What would lose data is refused with the way to do it, and nothing at all is changed then. The table of a register
 * that is no longer declared stays as it is.
 *
 * @throws register.destructiveChange with every problem at once
 */
export async function makeRegisterTables(client: Client, registers: Registers, now: Date): Promise<RegisterTablesMade> {
  const wanted = registers.all.map((register) => ({ register, shape: shapeOf(register) }))
  if (isSame(await ledgerOf(client), wanted)) return { created: [], changed: [] }
  await client.query('select pg_advisory_lock($1)', [registerTablesLock])
  try {
    await letIndexesAnswer(client)
    await client.query('begin')
    const made = await makeAll(client, wanted, now)
    await client.query('commit')
    return made
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.query('select pg_advisory_unlock($1)', [registerTablesLock])
  }
}

interface Wanted {
  readonly register: Register
  readonly shape: TableShape
}

async function makeAll(client: Client, wanted: readonly Wanted[], now: Date): Promise<RegisterTablesMade> {
  const ledger = await ledgerOf(client)
  const created: string[] = []
  const changed: string[] = []
  const problems: string[] = []
  for (const { register, shape } of wanted) {
    const made = ledger.get(register.table)
    if (made !== undefined && digestOf(made.shape) === digestOf(shape)) continue
    if (made === undefined) {
      await client.query(createTable(register, shape))
      await client.query(wallAround(register.table, 'tenant', {}))
      await client.query(
        wallAround(register.pastTable, 'tenant', {
          appendOnly: [register.pastTable],
          removableDemonstration: [register.pastTable],
        }),
      )
      created.push(register.id)
    } else {
      const change = await changeOf(client, register, made.shape, shape)
      if (change.problems.length > 0) {
        problems.push(...change.problems)
        continue
      }
      for (const statement of change.statements) await client.query(statement)
      changed.push(register.id)
    }
    await client.query(
      `insert into register_table (table_name, register, shape, made_at) values ($1, $2, $3, $4)
       on conflict (table_name) do update set register = excluded.register, shape = excluded.shape,
         made_at = excluded.made_at`,
      [register.table, register.id, JSON.stringify(shape), now],
    )
  }
  if (problems.length > 0) throw registerErrors.destructiveChange({ problems })
  return { created, changed }
}

interface Made {
  readonly shape: TableShape
}

async function ledgerOf(client: Client): Promise<ReadonlyMap<string, Made>> {
  const { rows } = await client.query<{ table: string; shape: TableShape }>(
    'select table_name as "table", shape from register_table',
  )
  return new Map(rows.map(({ table, shape }) => [table, { shape }]))
}

function isSame(ledger: ReadonlyMap<string, Made>, wanted: readonly Wanted[]): boolean {
  return wanted.every(({ register, shape }) => {
    const made = ledger.get(register.table)
    return made !== undefined && digestOf(made.shape) === digestOf(shape)
  })
}

function digestOf(shape: TableShape): string {
  return createHash('sha256')
    .update(canonicalJson(shape as unknown as Json))
    .digest('hex')
}
