import type { Transaction } from '../database/database.ts'
import { foldedKey } from '../registers/prepare-record.ts'
import type { Register, Registers } from '../registers/registers.ts'
import { runSql } from '../registers/run-sql.ts'
import { pinyinKey } from '../registers/search-words.ts'

/**
 * The records of a register that texts stand for where records have no names: by their key as its format writes it, else
 * by their title. What several records are called is none of them.
 *
 * @returns text as written → id; what was not found is not in it
 */
export async function findByKeyOrTitle(
  tx: Transaction,
  jurisdiction: string,
  registers: Registers,
  register: Register,
  texts: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  if (texts.size === 0) return found
  const identities = new Map<string, string[]>()
  for (const text of texts) {
    const identity = identityOfText(registers, register, text)
    identities.set(identity, [...(identities.get(identity) ?? []), text])
  }
  const byKey = await runSql<{ identity: string; id: string }>(
    tx,
    `select identity, id from ${register.table} where jurisdiction = $1 and identity = any($2::text[])`,
    [jurisdiction, [...identities.keys()]],
  )
  for (const { identity, id } of byKey) for (const text of identities.get(identity) ?? []) found.set(text, id)
  const rest = [...texts].filter((text) => !found.has(text))
  // The title is looked for by its place in lists, which has an index; the label itself has none.
  if (rest.length === 0 || rest.length > mostTitles) return found
  const byTitle = await runSql<{ label: string; id: string }>(
    tx,
    `select label, min(id) as id from ${register.table}
     where jurisdiction = $1 and pinyin = any($2::text[]) and label = any($3::text[])
     group by label having count(*) = 1`,
    [jurisdiction, rest.map(pinyinKey), rest],
  )
  for (const { label, id } of byTitle) found.set(label, id)
  return found
}

/** of one chunk; more texts that are no key are no titles either, but a wrong column */
const mostTitles = 2_000

function identityOfText(registers: Registers, { declaration, fields }: Register, text: string): string {
  const [first] = declaration.key
  const field = first === undefined ? undefined : fields.get(first)?.field
  if (declaration.key.length !== 1 || field === undefined || !('format' in field) || field.format === undefined) {
    return foldedKey(text)
  }
  const reading = registers.formats.get(field.format)?.read(text)
  return foldedKey(reading === undefined || reading.outcome === 'invalid' ? text : reading.normalized)
}
