import type { FieldSecrets } from '../../personal-data/field-secrets.ts'
import { mask } from '../../personal-data/mask.ts'
import { isPersonal } from '../../registers/columns.ts'
import type { FormField, MatterDeclaration } from '../matter.types.ts'
import { formFields } from './form-fields.ts'

/** A value of personal data in jsonb: what is shown, and what only its owner’s key opens. */
export interface SealedValue {
  readonly sealed: string
  readonly masked: string
}

/** Values in jsonb: as they travel, and sealed ones. */
export type StoredValues = Readonly<Record<string, unknown>>

/** What values of a matter belong to: moved to another one they do not open. */
export function ownerOfValues(jurisdiction: string, matterId: string): string {
  return `${jurisdiction}/matter/${matterId}`
}

/** Seals what is personal, and what the declaration seals besides, for the column of a matter or of a draft. */
export function sealValues(
  secrets: FieldSecrets,
  owner: string,
  declaration: MatterDeclaration,
  values: Readonly<Record<string, unknown>>,
): StoredValues {
  const fields = Object.fromEntries([...formFields(declaration)].map(([name, { field }]) => [name, field]))
  return sealFields(secrets, owner, fields, values, declaration.sealed)
}

/** The same for what comes with an act. */
export function sealFields(
  secrets: FieldSecrets,
  owner: string,
  fields: Readonly<Record<string, FormField>>,
  values: Readonly<Record<string, unknown>>,
  sealed: readonly string[] = [],
): StoredValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields[name]
      const isHidden = sealed.includes(name)
      if (value === null || isSealedValue(value) || field === undefined || !(isPersonal(field) || isHidden)) {
        return [name, value]
      }
      const masked = mask(String(value), field.kind === 'text' && !isHidden ? field.mask : undefined)
      const cipher = secrets.seal(JSON.stringify(value), owner).toString('base64')
      return [name, { sealed: cipher, masked } satisfies SealedValue]
    }),
  )
}

/**
 * Values in clear, for effects and for the page of whoever filed them; the journal says who else read them.
 *
 * @param except names that stay closed: what a declaration seals is opened by an act of its own only
 */
export function openValues(
  secrets: FieldSecrets,
  owner: string,
  stored: StoredValues,
  except: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([name, value]): [string, unknown][] => {
      if (except.includes(name)) return []
      return [[name, isSealedValue(value) ? openValue(secrets, owner, value) : value]]
    }),
  )
}

export function openValue(secrets: FieldSecrets, owner: string, { sealed }: SealedValue): unknown {
  return JSON.parse(secrets.open(Buffer.from(sealed, 'base64'), owner))
}

export function isSealedValue(value: unknown): value is SealedValue {
  return typeof value === 'object' && value !== null && 'sealed' in value && 'masked' in value
}
