import type { Transaction } from '../database/database.ts'
import { newId } from '../ids/new-id.ts'
import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { LinkValue, StoredRecord } from '../registers/record.types.ts'
import type { Register, Registers } from '../registers/registers.ts'
import { findByKeyOrTitle } from './key-links.ts'
import { foldName } from './names/fold-name.ts'
import { NameResolver } from './names/name-resolver.ts'
import { nameWords, type OpenName } from './names/open-names.ts'
import type { WrittenName } from './names/written-name.ts'
import type { ReadRow } from './sheet-reader.ts'

/** Somebody who is named, is not there yet, and will be made a record with this id if the row is taken. */
export interface PendingName {
  readonly id: string
  readonly register: string
  readonly written: WrittenName
  readonly sheet: string
  readonly row: number
}

/** What is doubtful about a link, and the name that is to be settled. */
export interface LinkDoubt {
  readonly field: string
  readonly value: string
  readonly code: string
  readonly words: { readonly message: OpenWords; readonly remedy: OpenWords }
  readonly open?: Omit<OpenName, 'uses'>
}
type OpenWords = { readonly zh: string; readonly en: string }

interface LinkField {
  readonly name: string
  readonly isList: boolean
  readonly target: Register
}

/** The links of the rows of one run: who is meant, over all chunks of a phase. */
export class RunLinks {
  readonly #registers: Registers
  readonly #county: Pick<CountyFacts, 'jurisdiction' | 'label'>
  readonly #fields: readonly LinkField[]
  readonly #createNames: boolean
  readonly #resolvers = new Map<string, NameResolver>()

  constructor(
    county: Pick<CountyFacts, 'jurisdiction' | 'label'>,
    registers: Registers,
    register: Register,
    { createNames }: { readonly createNames: boolean },
  ) {
    this.#county = county
    this.#registers = registers
    this.#createNames = createNames
    this.#fields = [...register.fields.values()].flatMap(({ name, field }) =>
      field.kind === 'link' || field.kind === 'links'
        ? [{ name, isList: field.kind === 'links', target: registers.get(field.register) }]
        : [],
    )
  }

  get resolvers(): readonly NameResolver[] {
    return [...this.#resolvers.values()]
  }

  /** Tells one state of all names from another. */
  get state(): string {
    return this.resolvers.map(({ state }) => state).join(' · ')
  }

  /** What the links of these rows mean, in one question for each register that is pointed at. */
  async forChunk(tx: Transaction, rows: readonly ReadRow[], now: Date): Promise<ChunkLinks> {
    const byKey = new Map<string, ReadonlyMap<string, string>>()
    for (const { target } of this.#fields) {
      if (target.declaration.naming !== undefined) await this.#refresh(tx, target)
      else if (!byKey.has(target.id)) {
        const texts = new Set(this.#fields.flatMap((field) => (field.target === target ? textsOf(field, rows) : [])))
        byKey.set(target.id, await findByKeyOrTitle(tx, this.#county.jurisdiction, this.#registers, target, texts))
      }
    }
    return new ChunkLinks(this.#fields, this.#resolvers, byKey, this.#createNames, now)
  }

  /** Loads the names of a register, again when somebody changed it in the meantime. */
  async #refresh(tx: Transaction, target: Register): Promise<void> {
    const known = this.#resolvers.get(target.id)
    if (known !== undefined && !(await known.isStale(tx, this.#county.jurisdiction))) return
    this.#resolvers.set(target.id, await NameResolver.load(tx, this.#county, target))
  }
}

function textsOf({ name }: LinkField, rows: readonly ReadRow[]): readonly string[] {
  return rows.flatMap(({ given }) => textsIn(given[name]))
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}

export class ChunkLinks {
  readonly #fields: readonly LinkField[]
  readonly #resolvers: ReadonlyMap<string, NameResolver>
  readonly #byKey: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly #createNames: boolean
  readonly #now: Date
  /** by register and folded name */
  readonly #pending = new Map<string, PendingName>()
  readonly #pendingById = new Map<string, PendingName>()

  constructor(
    fields: readonly LinkField[],
    resolvers: ReadonlyMap<string, NameResolver>,
    byKey: ReadonlyMap<string, ReadonlyMap<string, string>>,
    createNames: boolean,
    now: Date,
  ) {
    this.#fields = fields
    this.#resolvers = resolvers
    this.#byKey = byKey
    this.#createNames = createNames
    this.#now = now
  }

  /** whether somebody is named who would be made a record */
  get hasPending(): boolean {
    return this.#pendingById.size > 0
  }

  pending(id: string): PendingName | undefined {
    return this.#pendingById.get(id)
  }

  /** The values of a row with its links as values of a record have them. */
  filled(
    { given, sheet, row }: ReadRow,
    before: StoredRecord | undefined,
    doubt: (doubt: LinkDoubt) => void,
  ): Record<string, unknown> {
    const filled: Record<string, unknown> = { ...given }
    for (const field of this.#fields) {
      const texts = textsIn(given[field.name])
      if (texts.length === 0) continue
      const settled = settledNames(before?.values[field.name])
      const values = texts.map((text) => this.#linkOf(field, text, settled, { sheet, row }, doubt))
      filled[field.name] = field.isList ? values : values[0]
    }
    return filled
  }

  #linkOf(
    { name: field, target }: LinkField,
    text: string,
    settled: ReadonlyMap<string, LinkValue>,
    place: { readonly sheet: string; readonly row: number },
    doubt: (doubt: LinkDoubt) => void,
  ): LinkValue {
    const resolver = this.#resolvers.get(target.id)
    if (resolver === undefined || target.declaration.naming === undefined) {
      const id = this.#byKey.get(target.id)?.get(text) ?? null
      if (id === null) doubt({ field, value: text, code: 'linkUnknown', words: linkWords(text, target) })
      return { name: text, id }
    }
    const meaning = resolver.read(text)
    if (meaning.kind === 'known') return { name: text, id: meaning.recordId }
    if (meaning.kind === 'nobody') return { name: text, id: null }
    const { name, key } = meaning.written
    // Whom the record was found to mean before, it means still.
    const before = settled.get(key)
    if (before !== undefined) return before
    const shown = name === '' ? text : name
    const open = { register: target.id, written: shown, key, candidates: [] }
    if (meaning.kind === 'unit') {
      doubt({ field, value: text, code: 'nameOfUnit', words: nameWords.unit(shown, meaning.unit), open })
    } else if (meaning.kind === 'doubtful') {
      const { candidates } = meaning
      doubt({
        field,
        value: text,
        code: 'nameDoubtful',
        words: nameWords.doubtful(shown, candidates),
        open: { ...open, candidates },
      })
    } else if (this.#createNames && key !== '') {
      return { name: shown, id: this.#pendingFor(target, meaning.written, place).id }
    } else {
      doubt({ field, value: text, code: 'nameUnknown', words: nameWords.unknown(shown), open })
    }
    return { name: shown, id: null }
  }

  #pendingFor(
    target: Register,
    written: WrittenName,
    place: { readonly sheet: string; readonly row: number },
  ): PendingName {
    const key = `${target.id} ${written.code ?? ''} ${written.key}`
    const known = this.#pending.get(key)
    if (known !== undefined) return known
    const made = { id: newId(this.#now), register: target.id, written, ...place }
    this.#pending.set(key, made)
    this.#pendingById.set(made.id, made)
    return made
  }
}

function settledNames(value: unknown): ReadonlyMap<string, LinkValue> {
  const links = (Array.isArray(value) ? value : [value]) as readonly (LinkValue | null | undefined)[]
  return new Map(links.flatMap((link) => (link != null && link.id !== null ? [[foldName(link.name), link]] : [])))
}

function linkWords(text: string, { declaration }: Register): LinkDoubt['words'] {
  return {
    message: {
      zh: `${declaration.label}里没有“${text}”，或者不止一条。`,
      en: `“${declaration.labelEn}” has no record “${text}”, or more than one.`,
    },
    remedy: {
      zh: `请先导入${declaration.label}，或写它的编号。现在导入的，会先按文字留着。`,
      en: `Import “${declaration.labelEn}” first, or write its number. Taken now, it is kept as text.`,
    },
  }
}
