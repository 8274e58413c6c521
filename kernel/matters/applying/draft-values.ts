import type { QueryContext } from '../../operations/context.ts'
import { openValues, sealValues } from '../form/sealed-values.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import { type DraftEntry, type DraftState, ownerOfDraft, type StoredEntry } from './draft-row.ts'

type Reading = Pick<QueryContext, 'secrets' | 'jurisdiction'>

/** What was typed, in clear: for those whose draft it is, and nobody else. */
export function openEntries(
  { secrets, jurisdiction }: Reading,
  { id, entries }: Pick<DraftState, 'id' | 'entries'>,
): Readonly<Record<string, DraftEntry>> {
  const stored = Object.fromEntries(Object.entries(entries).map(([name, { value }]) => [name, value]))
  const opened = openValues(secrets, ownerOfDraft(jurisdiction, id), stored)
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, { ...entry, value: opened[name] }]))
}

/** As it is kept: personal values, and those that the declaration seals, by the key of the draft. */
export function sealEntries(
  { secrets, jurisdiction }: Reading,
  draftId: string,
  declaration: MatterDeclaration,
  entries: Readonly<Record<string, DraftEntry>>,
): Readonly<Record<string, StoredEntry>> {
  const clear = Object.fromEntries(Object.entries(entries).map(([name, { value }]) => [name, value]))
  const sealed = sealValues(secrets, ownerOfDraft(jurisdiction, draftId), declaration, clear)
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, { ...entry, value: sealed[name] }]))
}

/** Field → value, without what is empty. */
export function valuesOf(entries: Readonly<Record<string, DraftEntry>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, { value }]) =>
      value === null || value === undefined ? [] : [[name, value]],
    ),
  )
}
