import Type from 'typebox'
import type { QueryContext } from '../operations/context.ts'
import { defineQuery, type Operation } from '../operations/operation.ts'
import { listRecords } from './list-records.ts'
import { presentRecords } from './present-records.ts'
import { describeRegister, presentRegister } from './present-register.ts'
import { RegisterId } from './record-write.operations.ts'
import { listInput, RecordPage, RegisterDescription, RegisterRow } from './registers.schemas.ts'
import type { Registers } from './registers.ts'
import { sightOf, sightOrThrow } from './sight.ts'

/** Reading of registers. Everybody may try: what they see is decided where it is looked up (`sightOf`). */
export function registerReadOperations(registers: Registers): readonly Operation[] {
  return [
    defineQuery({
      id: 'register.list',
      label: { zh: '查看名录和台账', en: 'List the registers' },
      about: {
        zh: '平台上可以查看的名录、登记簿和台账，及各有多少记录。',
        en: 'The registers that may be seen, with the number of their records.',
      },
      permission: 'programme.read',
      route: { method: 'GET', path: '/registers' },
      cli: 'register list',
      input: Type.Object({}),
      output: Type.Object({ registers: Type.Array(RegisterRow) }),
      run: async (context) => {
        const changedAt = await changeTimes(context)
        const rows = []
        for (const register of registers.all) {
          const sight = await sightOf(context, registers, register)
          if (sight !== undefined) rows.push(await presentRegister(context, registers, register, sight, changedAt))
        }
        return { registers: rows }
      },
    }),
    defineQuery({
      id: 'register.show',
      label: { zh: '查看一个名录的说明', en: 'Describe a register' },
      about: {
        zh: '名录的字段、选项、标识、效力期、条件，以及您可以办理什么。',
        en: 'Fields, choices, identifiers, validity and conditions of a register, and what you may do in it.',
      },
      permission: 'programme.read',
      route: { method: 'GET', path: '/registers/:register' },
      cli: 'register show',
      input: Type.Object({ register: RegisterId }),
      output: RegisterDescription,
      run: async (context, input) => {
        const register = registers.get(input.register)
        const sight = await sightOrThrow(context, registers, register)
        return describeRegister(context, registers, register, sight, await changeTimes(context))
      },
    }),
    defineQuery({
      id: 'register.records',
      label: { zh: '查看名录的记录', en: 'List the records of a register' },
      about: {
        zh: '按字段、条件、单位筛选，按字段排序，逐页查看；可以看某一天结束时的样子。',
        en: 'Filtered by field, condition and unit, sorted, page by page; also as it was known at the end of a day.',
      },
      permission: 'programme.read',
      route: { method: 'GET', path: '/registers/:register/records' },
      cli: 'register records',
      input: Type.Object({
        register: RegisterId,
        ...listInput,
        /** the name of a condition that holds on the day */
        condition: Type.Optional(Type.String({ maxLength: 64 })),
        sort: Type.Optional(Type.String({ maxLength: 64, description: 'field, or -field' })),
        after: Type.Optional(Type.String({ maxLength: 2_000 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      }),
      output: RecordPage,
      run: async (context, input) => {
        const register = registers.get(input.register)
        const sight = await sightOrThrow(context, registers, register)
        const filters = withCondition(input.filters, input.condition)
        const page = await listRecords(context, registers, register, sight, {
          ...input,
          filters,
          limit: input.limit ?? 50,
        })
        return {
          rows: await presentRecords(context, register, sight, page.records, input.asOf ?? context.today),
          next: page.next,
          count: page.counted?.count ?? null,
          countIsExact: page.counted?.isExact ?? true,
          totals: { ...page.counted?.totals },
        }
      },
    }),
  ]
}

/** A condition may be asked for by itself, or as a filter among others. */
export function withCondition(filters: string | undefined, condition: string | undefined): string | undefined {
  if (condition === undefined) return filters
  const named = JSON.stringify({ field: condition, by: 'condition', value: true })
  const rest = filters?.trim() ?? ''
  return rest === '' || rest === '[]' ? `[${named}]` : `[${named},${rest.replace(/^\[/, '')}`
}

async function changeTimes({ tx, jurisdiction }: QueryContext): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx
    .selectFrom('register_change')
    .select(['register', 'changed_at'])
    .where('jurisdiction', '=', jurisdiction)
    .execute()
  return new Map(rows.map(({ register, changed_at }) => [register, changed_at]))
}
