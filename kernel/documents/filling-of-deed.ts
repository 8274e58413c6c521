import { sql } from 'kysely'
import type { Deed } from '../matters/effects.types.ts'
import { factsOf } from '../matters/facts.ts'
import { formFields } from '../matters/form/form-fields.ts'
import { sealFields } from '../matters/form/sealed-values.ts'
import { wordsOf } from '../matters/form/value-words.ts'
import type { FormField, MatterDeclaration } from '../matters/matter.types.ts'
import type { QueryContext } from '../operations/context.ts'
import { dateInWords, type Filling } from './fill.ts'

/**
 * What stands for the placeholders of a document or a notice when something was done to a matter.
 *
 * @param options.masked personal values as everybody reads them: for notices, which stand in clear in the outbox
 */
export async function fillingOf(
  context: Pick<QueryContext, 'tx' | 'jurisdiction' | 'today' | 'county' | 'secrets'>,
  deed: Deed,
  { masked = false }: { readonly masked?: boolean } = {},
): Promise<Filling> {
  const { declaration } = deed
  const fields = Object.fromEntries([...formFields(declaration)].map(([name, { field }]) => [name, field]))
  const asked = deed.act.declaration?.fields ?? {}
  const sealed = declaration.sealed ?? []
  const shown = (of: Readonly<Record<string, FormField>>, values: Readonly<Record<string, unknown>>) => {
    // Identities that a declaration seals are opened by an act of their own, and by no document.
    const hidden = Object.fromEntries(Object.entries(of).filter(([name]) => masked || sealed.includes(name)))
    return { ...values, ...sealFields(context.secrets, '', hidden, pick(values, hidden), sealed) }
  }
  const [form, input] = [shown(fields, deed.values), shown(asked, deed.input)]
  const facts: Readonly<Record<string, string>> = factsOf(context, deed, { masked: masked || sealed.length > 0 })
  const limits = await limitsOf(context, deed)
  return {
    values: deed.values,
    words: (placeholder) => {
      const [kind, name = '', part] = placeholder.split('.')
      if (kind === 'form') return wordsOf(fields[name], form[name])
      if (kind === 'input') return wordsOf(asked[name], input[name])
      if (kind === 'fact') return facts[name]
      return kind === 'limit' && part === 'due' ? dueOf(limits, name) : undefined
    },
    lists: {
      materials: labelsOf(declaration, deed.materials.given),
      missing: labelsOf(declaration, [...deed.materials.missing, ...deed.materials.later]),
      limits: limits.filter(({ status }) => status !== 'void').map(limitInWords),
    },
  }
}

function pick(values: Readonly<Record<string, unknown>>, of: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => of[name] !== undefined))
}

function labelsOf(declaration: MatterDeclaration, ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].map((id) => declaration.materials.find((material) => material.id === id)?.label ?? id)
}

interface Limit {
  readonly limitId: string
  readonly kind: 'legal' | 'promised'
  readonly label: string
  readonly dueOn: string
  readonly lengthN: number
  readonly lengthUnit: keyof typeof unitWords
  readonly startedOn: string
  readonly status: string
  readonly isProvisional: boolean
}

/** The newest of each limit and kind: one that was counted anew hides the one before. */
async function limitsOf(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  deed: Deed,
): Promise<readonly Limit[]> {
  const { rows } = await sql<Limit>`
    select distinct on (limit_id, kind) limit_id as "limitId", kind, label, due_on::text as "dueOn",
      length_n as "lengthN", length_unit as "lengthUnit", started_on::text as "startedOn", status,
      is_provisional as "isProvisional"
    from matter_limit where jurisdiction = ${jurisdiction} and matter_id = ${deed.after.id}
    order by limit_id, kind, started_on desc, id desc`.execute(tx)
  return rows
}

/** The day that is told: what was promised, where something was; it is never later than the legal one. */
function dueOf(limits: readonly Limit[], id: string): string | undefined {
  const named = limits.filter(({ limitId, status }) => limitId === id && status !== 'void')
  return (named.find(({ kind }) => kind === 'promised') ?? named[0])?.dueOn
}

const unitWords = { workingDay: '个工作日', calendarDay: '日', month: '个月', year: '年', hour: '小时' } as const

function limitInWords({ label, kind, lengthN, lengthUnit, startedOn, dueOn, isProvisional }: Limit): string {
  const kinds = kind === 'legal' ? '法定' : '承诺'
  const doubt = isProvisional ? '（节假日安排尚未公布，为暂定日期）' : ''
  return `${label}（${kinds}）：自${dateInWords(startedOn)}起${lengthN}${unitWords[lengthUnit]}，至${dateInWords(dueOn)}${doubt}`
}
