import type { Condition, DateTerm, Formula } from '@qiangxian/engines/formula/formula.types'
import type {
  World,
  WorldCondition,
  WorldField,
  WorldIndicator,
  WorldRegister,
} from '@qiangxian/engines/formula/world.types'
import { isLastDay } from '../registers/columns.ts'
import type { Field } from '../registers/field.types.ts'
import type { Register, Registers } from '../registers/registers.ts'
import type { IndicatorDeclaration } from './indicator.types.ts'

export interface WorldFacts {
  readonly registers: Registers
  readonly indicators: readonly IndicatorDeclaration[]
  readonly parameters: World['parameters']
  /** null while no plan says so: then everything is new since the beginning */
  readonly programme: { readonly start: string; readonly end: string } | null
  /** formulas that were decided in place of the declared ones, by indicator */
  readonly formulas?: ReadonlyMap<string, Formula>
  /** conditions that were decided in place of the declared ones, by `register condition` */
  readonly conditions?: ReadonlyMap<string, Condition>
}

/** What formulas may speak of, from the declarations of the program and the decisions of the county. */
export function worldOf(facts: WorldFacts): World {
  const { registers, indicators, parameters, programme, formulas } = facts
  return {
    registers: new Map(registers.all.map((register) => [register.id, worldRegister(register, facts)])),
    indicators: new Map(
      indicators.map(({ id, label, labelEn, unit, formula }): [string, WorldIndicator] => [
        id,
        { label, labelEn, unit, formula: formulas?.get(id) ?? formula },
      ]),
    ),
    statistics: registers.all.find(({ declaration }) => declaration.statistics !== undefined)?.id ?? null,
    parameters,
    programmeStart: programme?.start ?? '0001-01-01',
    programmeEnd: programme?.end ?? null,
  }
}

/** The key of a named condition: a name is unique within its register. */
export function conditionKey(register: string, name: string): string {
  return `${register} ${name}`
}

function worldRegister({ id, declaration, fields }: Register, { conditions }: WorldFacts): WorldRegister {
  const { label, labelEn, recordLabel, countUnit, validity } = declaration
  const named = Object.entries(declaration.conditions ?? {}).map(
    ([name, { label: words, labelEn: wordsEn, holds, grounds }]): [string, WorldCondition] => [
      name,
      { label: words, labelEn: wordsEn, holds: conditions?.get(conditionKey(id, name)) ?? holds, grounds },
    ],
  )
  const inForce: readonly [string, WorldCondition][] =
    validity === undefined
      ? []
      : [
          [
            'in-force',
            {
              label: '有效',
              labelEn: 'In force',
              holds:
                conditions?.get(conditionKey(id, 'in-force')) ??
                (validity.until.length === 0
                  ? { from: validity.from }
                  : { from: validity.from, until: validity.until.map((name) => endOf(fields, name)) }),
            },
          ],
        ]
  return {
    id,
    label,
    labelEn,
    recordLabel,
    countUnit,
    fields: new Map([...fields.values()].map(({ name, field }) => [name, worldField(field)])),
    conditions: new Map([...inForce, ...named]),
  }
}

/** A term counts on its last day too; a right that ended on a day does not count on it. */
function endOf(fields: Register['fields'], name: string): DateTerm {
  return isLastDay(fields.get(name)?.field) ? { field: name, days: 1 } : name
}

function worldField(field: Field): WorldField {
  const { kind, label, labelEn } = field
  return {
    kind,
    label,
    labelEn,
    required: field.required === true,
    unit: 'unit' in field ? field.unit : undefined,
    choices: 'choices' in field ? field.choices : undefined,
    register: 'register' in field ? field.register : undefined,
    isPersonal: field.sensitivity === 'personal' || field.sensitivity === 'sensitive',
  }
}

/** The same world with another formula for an indicator. */
export function worldWithFormula(world: World, id: string, formula: Formula): World {
  const found = world.indicators.get(id)
  if (found === undefined) return world
  return { ...world, indicators: new Map([...world.indicators, [id, { ...found, formula }]]) }
}

/** The same world with another meaning of a named condition. */
export function worldWithCondition(world: World, register: string, name: string, holds: unknown): World {
  const found = world.registers.get(register)
  const condition = found?.conditions.get(name)
  if (found === undefined || condition === undefined) return world
  const conditions = new Map([...found.conditions, [name, { ...condition, holds: holds as Condition }]])
  return { ...world, registers: new Map([...world.registers, [register, { ...found, conditions }]]) }
}
