import { CompiledQuery } from 'kysely'
import type { Transaction } from '../database/database.ts'

/**
 * Runs a statement whose tables and columns come from declarations. Names stand in the text, since they were checked;
 * values are parameters, always.
 */
export async function runSql<Row>(
  tx: Transaction,
  text: string,
  parameters: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))
  return rows
}

/** The parameters of a statement as it is put together. */
export class Parameters {
  readonly values: unknown[] = []

  /** @returns the place of the value in the text: `$3` */
  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}
