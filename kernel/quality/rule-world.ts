import type { Condition } from '@qiangxian/engines/formula/formula.types'
import type { World } from '@qiangxian/engines/formula/world.types'
import { readDefinitions } from '../indicators/definitions.ts'
import { worldOf } from '../indicators/world.ts'
import type { QueryContext } from '../operations/context.ts'
import { countyParameters } from '../registers/county-parameters.ts'
import type { Registers } from '../registers/registers.ts'

/** The registers as rules see them today: with the county's parameters, and its named conditions as decided. */
export async function ruleWorld(
  { tx, jurisdiction, county, today }: QueryContext,
  registers: Registers,
): Promise<World> {
  const definitions = await readDefinitions(tx, jurisdiction)
  const conditions = new Map(
    definitions
      .onDay(today)
      .filter(({ kind }) => kind === 'condition')
      .map(({ id, definition }) => [id, definition as Condition]),
  )
  return worldOf({ registers, indicators: [], parameters: countyParameters(county), programme: null, conditions })
}
