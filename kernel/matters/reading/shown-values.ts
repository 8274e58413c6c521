import type { Static } from 'typebox'
import { statesOf } from '../chart/states.ts'
import { commonAct } from '../common-acts.ts'
import { formFields } from '../form/form-fields.ts'
import { isSealedValue } from '../form/sealed-values.ts'
import { wordsOf } from '../form/value-words.ts'
import type { FormField, MatterDeclaration } from '../matter.types.ts'
import type { ShownValue } from '../matters.schemas.ts'

type Shown = Static<typeof ShownValue>

/** As the column of a matter keeps where a value came from. */
interface Origin {
  readonly from?: string
  readonly by?: string
  readonly words?: string
  readonly at?: string
}

const originWords: Readonly<Record<string, string>> = {
  applicant: '申请人填写',
  clerk: '窗口代填',
  entity: '来自主体库，已确认',
  person: '来自账号或者手机号',
  link: '来自所选的登记记录',
  earlier: '沿用以前填报，已确认',
  computed: '系统算出',
  staff: '办理人员填写',
}

/**
 * The filled form as those who work on it read it, in the order in which it was asked: personal values masked, each with
 * where it came from. What the declaration seals is left out for everybody but those who may have it opened, who read
 * that it is there and no more.
 */
export function shownValues(
  declaration: MatterDeclaration,
  stored: Readonly<Record<string, unknown>>,
  origins: unknown,
  { maySeeSealed }: { readonly maySeeSealed: boolean },
): Shown[] {
  const from = isRecord(origins) ? origins : {}
  const rows: Shown[] = []
  const steps = new Map(declaration.form.steps.map(({ id, label }) => [id, label]))
  for (const [name, { field, step }] of formFields(declaration)) {
    const value = stored[name]
    if (value === undefined || value === null) continue
    const isSealed = declaration.sealed?.includes(name) === true
    if (isSealed && !maySeeSealed) continue
    const origin = originOf(from[name])
    rows.push({
      // the step as people read it: a reader knows nothing of ids
      ...{ field: name, label: field.label, step: steps.get(step) ?? step },
      value: isSealed ? null : isSealedValue(value) ? { masked: value.masked } : value,
      words: isSealed ? '已封存' : wordsOf(field, value),
      ...{ isMasked: isSealedValue(value), isSealed, ...origin },
    })
  }
  return rows
}

function originOf(given: unknown): Pick<Shown, 'origin' | 'originWords' | 'at'> {
  const { from, by, words, at } = (isRecord(given) ? given : {}) as Origin
  const origin = from ?? by ?? 'applicant'
  return {
    origin,
    originWords: words ?? originWords[origin] ?? originWords['applicant'] ?? '',
    at: typeof at === 'string' ? at : null,
  }
}

/** What came with an act, in words; personal values masked, files and empty values left out. */
export function actInputWords(
  declaration: MatterDeclaration,
  act: string,
  input: unknown,
): { label: string; words: string }[] {
  if (!isRecord(input)) return []
  const fields = actFields(declaration, act)
  return Object.entries(input).flatMap(([name, value]) => {
    const field = fields[name] ?? commonChoice(act, name)
    const words = wordsOf(field, value)
    const label = field?.label ?? commonInput[name]
    // What common acts hand over are ids; only what is meant to be read has a name here.
    return label === undefined || words === '' ? [] : [{ label, words }]
  })
}

/** Of common acts what was chosen has words; their other inputs are ids, or plain texts. */
function commonChoice(act: string, name: string): FormField | undefined {
  const field = commonAct(act)?.fields[name]
  return field?.kind === 'choice' ? field : undefined
}

const commonInput: Readonly<Record<string, string>> = {
  reason: '理由',
  words: '说明',
  toLabel: '转给',
  to: '转给',
  dueOn: '请于此日前',
  answer: '答复',
  document: '文书',
  n: '延长',
}

function actFields(declaration: MatterDeclaration, act: string) {
  for (const { state } of statesOf(declaration).values()) {
    const found = state.acts?.[act]
    if (found !== undefined) return found.fields ?? {}
  }
  return {}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
