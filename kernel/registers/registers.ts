import type { Field, Format } from './field.types.ts'
import type { RegisterDeclaration } from './register.types.ts'

/** Everything that the program knows about its registers; made once at start from the declarations. */
export interface Registers {
  /** in the order of their areas, then as declared */
  readonly all: readonly Register[]
  readonly formats: ReadonlyMap<string, Format>
  /** by its id, its plural, its label or another name of it; use `id` of the answer where it is kept */
  find(name: string): Register | undefined
  /** @throws register.unknown, 404 */
  get(name: string): Register
}

/** A declaration that was checked, with the names of its tables and columns. */
export interface Register {
  readonly id: string
  readonly declaration: RegisterDeclaration
  /** safe to stand in SQL as they are */
  readonly table: string
  readonly pastTable: string
  readonly fields: ReadonlyMap<string, RegisterField>
  /** links of other registers that lead here */
  readonly pointedAtBy: readonly { readonly register: string; readonly field: string }[]
}

export interface RegisterField {
  readonly name: string
  readonly field: Field
  /** the columns that hold it, the one that lists sort and filter by first */
  readonly columns: readonly Column[]
}

export interface Column {
  /** safe to stand in SQL as it is */
  readonly name: string
  readonly type: 'text' | 'text[]' | 'bigint' | 'numeric' | 'boolean' | 'date' | 'bytea' | 'jsonb'
}
