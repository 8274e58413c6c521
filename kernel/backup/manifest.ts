import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Count = Type.Integer({ minimum: 0 })
/** They become paths and names in SQL, so nothing else may stand in them. */
const TableName = Type.String({ pattern: '^[a-z][a-z0-9_]{0,62}$' })
const Jurisdiction = Type.String({ pattern: '^[0-9a-z-]{2,32}$' })

/** What stands first in a back-up: enough to say whether this program can read the rest. */
export const Opening = Type.Object({
  format: Type.Literal('qiangxian-backup'),
  formatVersion: Type.Literal(1),
  program: Type.String(),
  madeAt: Type.String(),
  postgresql: Type.String(),
  migrations: Type.Array(Type.Object({ id: Type.String(), digest: Digest }), { minItems: 1 }),
})
export type Opening = Static<typeof Opening>

/** The rows of one table, of one jurisdiction where it has any; the digest is over all their lines. */
export const TablePart = Type.Object({
  table: TableName,
  jurisdiction: Type.Union([Jurisdiction, Type.Null()]),
  rows: Count,
  sha256: Digest,
})
export type TablePart = Static<typeof TablePart>

/** What stands last: everything that the back-up holds, so that a file that was cut off has none. */
export const Manifest = Type.Object({
  ...Opening.properties,
  jurisdictions: Type.Array(Jurisdiction),
  tables: Type.Array(TablePart),
  files: Type.Array(Type.Object({ sha256: Digest, size: Type.Integer({ minimum: 1 }) })),
  /** files that the database speaks of and that were not whole when the back-up was made */
  unsound: Type.Array(Type.Object({ sha256: Digest, state: Type.Enum(['missing', 'damaged']) })),
})
export type Manifest = Static<typeof Manifest>

/** The value when it has the shape, else undefined. */
export function parseAs<Schema extends typeof Opening | typeof Manifest>(
  schema: Schema,
  text: string,
): Static<Schema> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Value.Check(schema, value) ? value : undefined
  } catch {
    return undefined
  }
}
