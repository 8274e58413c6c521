import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import { conditionInWords } from '@qiangxian/engines/formula/print-condition'
import { formulaInWords } from '@qiangxian/engines/formula/print-formula'
import { writtenFormula } from '@qiangxian/engines/formula/write-formula'
import type { Static } from 'typebox'
import type { DefinitionVersion } from './indicators.schemas.ts'
import type { Workings } from './workings.ts'

/** All versions of a formula or of a condition (`register condition`) in words, the newest first. */
export function presentVersions(
  { definitions, worldOn }: Workings,
  kind: 'indicator' | 'condition',
  id: string,
): Static<typeof DefinitionVersion>[] {
  return definitions
    .versionsOf(kind, id)
    .map(({ version, validFrom, origin, reason, decidedAt, byLabel, definition }) => {
      const world = worldOn(validFrom)
      const register = id.split(' ')[0] ?? ''
      const sentence =
        kind === 'indicator'
          ? formulaInWords(definition as Formula, world)
          : conditionInWords(definition as Condition, register, world)
      return {
        version,
        validFrom,
        origin,
        reason,
        decidedAt: decidedAt.toISOString(),
        byLabel,
        formula: kind === 'indicator' ? writtenFormula(definition as Formula, world) : sentence.zh,
        sentence,
        definition,
      }
    })
    .reverse()
}
