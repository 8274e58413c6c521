import type { FieldSecrets } from '../personal-data/field-secrets.ts'

/**
 * The last four digits of a telephone number together with the number of the matter, for those who ask how far it is
 * without signing in: they know both, and neither is found from the other.
 */
export function phoneTailBlind(secrets: FieldSecrets, jurisdiction: string, number: string, tail: string): string {
  return secrets.blind(`status ${number.toUpperCase()} ${tail.slice(-4)}`, jurisdiction)
}
