import type { OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import { type Draft, standing } from './draft.ts'
import { certainUnit } from './match-units.ts'
import { unitsInUse } from './snapshot-from-draft.ts'

/**
 * The unit items that a draft still lacks: one for each printed name in use that has none, matched where the name
 * certainly means one living organisation.
 */
export function missingUnits(
  items: readonly Draft[],
  organisations: readonly OrganisationRow[],
  newId: () => string,
): readonly Draft[] {
  const known = new Set(standing(items, 'unit').map((unit) => unit.content.printed))
  return [...unitsInUse(items)]
    .filter((printed) => !known.has(printed))
    .map((printed) => ({
      id: newId(),
      kind: 'unit',
      content: { printed, partyId: certainUnit(printed, organisations) ?? null, create: null },
      span: null,
      words: null,
      confidence: null,
      decision: 'pending',
      baseItemId: null,
      against: null,
    }))
}
