import { conditionInWords } from '@qiangxian/engines/formula/print-condition'
import type { World } from '@qiangxian/engines/formula/world.types'
import Type, { type Static } from 'typebox'
import { actorMay } from '../../accounts/actor.ts'
import { defineQuery } from '../../operations/operation.ts'
import type { Indicators } from '../define-indicator.ts'
import { getCondition } from '../get-condition.ts'
import { ConditionDetail, ConditionRow } from '../indicators.schemas.ts'
import { namedConditionsOf } from '../named-conditions.ts'
import { presentVersions } from '../versions.ts'
import { formulaOf, readWorkings, type Workings } from '../workings.ts'
import { conditionKey } from '../world.ts'

export function listConditions(indicators: Indicators) {
  return defineQuery({
    id: 'condition.list',
    label: { zh: '条件和口径', en: 'Named conditions' },
    about: {
      zh: '列出各名录有名字的条件：是什么意思、现行第几版、哪些指标用到它。',
      en: 'The named conditions of the registers: what each means, its version, which indicators use it.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/conditions' },
    cli: 'condition list',
    input: Type.Object({}),
    output: Type.Object({ conditions: Type.Array(ConditionRow) }),
    run: async (context) => {
      const workings = await readWorkings(context, indicators)
      const world = workings.worldOn(context.today)
      const conditions = indicators.registers.all.flatMap(({ id: register }) =>
        [...(world.registers.get(register)?.conditions.keys() ?? [])].map((name) =>
          conditionRow(workings, world, context.today, register, name),
        ),
      )
      return { conditions }
    },
  })
}

export function showCondition(indicators: Indicators) {
  return defineQuery({
    id: 'condition.show',
    label: { zh: '一个条件', en: 'A named condition' },
    about: {
      zh: '一个条件的口径、来源、各情形、各版本，以及用到它的指标。',
      en: 'A condition with its meaning, source, grounds, versions and the indicators that use it.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/conditions/:register/:name' },
    cli: 'condition show',
    input: Type.Object({ register: Type.String({ maxLength: 64 }), name: Type.String({ maxLength: 64 }) }),
    output: ConditionDetail,
    run: async (context, { register, name }) => {
      const workings = await readWorkings(context, indicators)
      const world = workings.worldOn(context.today)
      const { holds, grounds = [] } = getCondition(world, register, name)
      const declaration = indicators.registers.get(register).declaration.conditions?.[name]
      return {
        ...conditionRow(workings, world, context.today, register, name),
        labelEn: getCondition(world, register, name).labelEn,
        source: declaration?.source ?? '',
        tree: holds,
        versions: presentVersions(workings, 'condition', conditionKey(register, name)),
        grounds: grounds.map((ground) => ({
          name: ground,
          label: getCondition(world, register, ground).label,
          sentence: conditionInWords(getCondition(world, register, ground).holds, register, world),
        })),
        may: { define: actorMay(context.actor, 'indicator.define') },
      }
    },
  })
}

function conditionRow(
  { indicators, definitions }: Workings,
  world: World,
  today: string,
  register: string,
  name: string,
): Static<typeof ConditionRow> {
  const { label, holds } = getCondition(world, register, name)
  return {
    register,
    name,
    label,
    meaning: indicators.registers.get(register).declaration.conditions?.[name]?.meaning ?? '',
    sentence: conditionInWords(holds, register, world),
    version: definitions.inForce('condition', conditionKey(register, name), today)?.version ?? 1,
    usedBy: indicators.all
      .filter(({ id }) =>
        namedConditionsOf(formulaOf(world, id), world).some((one) => one.register === register && one.name === name),
      )
      .map(({ id, label: words }) => ({ id, label: words })),
  }
}
