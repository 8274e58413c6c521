import type { FieldProblem } from '../../errors/define-errors.ts'
import { getEvidence } from '../../evidence/evidence.operations.ts'
import type { CommandContext } from '../../operations/context.ts'
import { checkValue } from '../../registers/check-value.ts'
import { asFieldProblems, type ValueProblem } from '../../registers/check-values.ts'
import type { RecordValues } from '../../registers/record.types.ts'
import { resolveReferences } from '../../registers/resolve-references.ts'
import { fieldsAsRegister, formFields } from '../form/form-fields.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import type { Matters } from '../matters.ts'
import { matterVersion } from '../versions.ts'
import { draftErrors } from './draft-errors.ts'
import { partyOfDraft } from './draft-party.ts'
import type { DraftEntry, DraftState, PrefillOrigin } from './draft-row.ts'
import { openEntries, sealEntries, valuesOf } from './draft-values.ts'
import { mergeEntries, type Overtaken } from './merge-entries.ts'
import { prefillFields } from './prefill.ts'
import { touchDraft } from './touch-draft.ts'

/** What one person typed. */
export interface Typing {
  readonly by: 'applicant' | 'clerk'
  readonly revision: number
  readonly values: Readonly<Record<string, unknown>>
  readonly step?: string | undefined
  /** what the values are meant for, where that was said */
  readonly type?: string | undefined
}

/**
 * Saves what somebody typed, field by field; fields that others typed stay. What is wrong with a value is told and it is
 * kept, since it is being typed; what no form could hold is refused.
 *
 * @param draft locked
 * @throws draft.badFields, draft.otherType
 */
export async function saveTyping(
  context: CommandContext,
  matters: Matters,
  draft: DraftState,
  typing: Typing,
): Promise<{ readonly draft: DraftState; readonly overtaken: readonly Overtaken[] }> {
  const { type = draft.type } = typing
  if (type !== draft.type) throw draftErrors.otherType({ type: draft.type, asked: type })
  const declaration = await matterVersion(context, draft.type, draft.version)
  const typed = await readTyped(context, matters, declaration, typing.values)
  const at = context.now.toISOString()
  const revision = draft.revision + 1
  const opened = openEntries(context, draft)
  const merged = mergeEntries(opened, typed, {
    by: typing.by,
    at,
    shown: typing.revision,
    revision,
  })
  const isStep = typing.step !== undefined && declaration.form.steps.some(({ id }) => id === typing.step)
  const step = isStep && typing.step !== undefined ? typing.step : draft.step
  if (merged.changed.length === 0 && step === draft.step) {
    context.unchanged()
    return { draft, overtaken: [] }
  }
  // Who types over what was filled in says so by typing: it is theirs, and there is nothing to confirm.
  const origins = Object.fromEntries(Object.entries(draft.origins).filter(([name]) => !merged.changed.includes(name)))
  const followed = await followLinks(context, matters, declaration, draft, {
    entries: merged.entries,
    origins,
    changed: merged.changed,
    at,
    revision,
  })
  // What nobody touched stays sealed as it is.
  const touched = Object.entries(followed.entries).filter(([name, entry]) => entry !== opened[name])
  const kept = Object.entries(draft.entries).filter(([name]) => followed.entries[name] === opened[name])
  const sealed = {
    ...Object.fromEntries(kept),
    ...sealEntries(context, draft.id, declaration, Object.fromEntries(touched)),
  }
  await touchDraft(context, draft, { entries: JSON.stringify(sealed), origins: JSON.stringify(followed.origins), step })
  return {
    draft: { ...draft, entries: sealed, origins: followed.origins, step, revision, updatedAt: context.now },
    overtaken: merged.overtaken,
  }
}

/** Fills what hangs on a link that was chosen just now; what somebody typed stays. */
async function followLinks(
  context: CommandContext,
  matters: Matters,
  declaration: MatterDeclaration,
  draft: DraftState,
  now: {
    readonly entries: Readonly<Record<string, DraftEntry>>
    readonly origins: Readonly<Record<string, PrefillOrigin>>
    readonly changed: readonly string[]
    readonly at: string
    readonly revision: number
  },
) {
  const hanging = [...formFields(declaration)].flatMap(
    ([
      name,
      {
        field: { prefill },
      },
    ]) => (prefill?.from === 'link' && now.changed.includes(prefill.link) ? [name] : []),
  )
  if (hanging.length === 0) return now
  const isFree = (name: string) => now.entries[name] === undefined || now.entries[name]?.by === 'prefill'
  const { fields } = await prefillFields(context, matters.registers, declaration, {
    party: await partyOfDraft(context, draft),
    values: valuesOf(now.entries),
    wanted: (name) => hanging.includes(name) && isFree(name),
  })
  const entries: Record<string, DraftEntry> = { ...now.entries }
  const origins: Record<string, PrefillOrigin> = { ...now.origins }
  // What an earlier choice had filled in goes with it.
  for (const name of hanging.filter(isFree)) {
    delete entries[name]
    delete origins[name]
  }
  for (const [name, { value, origin }] of Object.entries(fields)) {
    entries[name] = { value, by: 'prefill', at: now.at, revision: now.revision }
    origins[name] = origin
  }
  return { entries, origins }
}

/** of one field as JSON; a long text of a form has 20,000 characters */
const longestValue = 100_000
/** what a form cannot hold at all, whatever is typed next */
const refusedCodes = new Set(['unknownField', 'wrongKind', 'notAChoice', 'tooLong', 'unknownLink'])

async function readTyped(
  context: CommandContext,
  matters: Matters,
  declaration: MatterDeclaration,
  given: Typing['values'],
): Promise<RecordValues> {
  const fields = formFields(declaration)
  const problems: ValueProblem[] = []
  const beyond: FieldProblem[] = []
  const typed: Record<string, RecordValues[string]> = {}
  for (const [name, value] of Object.entries(given)) {
    const field = fields.get(name)?.field
    if (field === undefined || (JSON.stringify(value) ?? '').length > longestValue) {
      beyond.push({ path: `/values/${name}`, message: noSuchField(name, field?.label) })
      continue
    }
    const reading = checkValue(matters.registers, name, field, value)
    if (reading.problem !== undefined && refusedCodes.has(reading.problem.code)) problems.push(reading.problem)
    typed[name] = reading.problem === undefined ? reading.value : asTyped(value)
  }
  const register = fieldsAsRegister(
    declaration,
    Object.fromEntries([...fields].map(([name, { field }]) => [name, field])),
  )
  const resolved = await resolveReferences(context, matters.registers, register, typed, (name) => name in typed)
  problems.push(...resolved.problems)
  await refuseForeignFiles(context, fields, typed)
  if (problems.length + beyond.length > 0) {
    throw draftErrors.badFields(
      { count: problems.length + beyond.length },
      { problems: [...asFieldProblems(problems), ...beyond] },
    )
  }
  return Object.fromEntries(Object.keys(typed).map((name) => [name, resolved.values[name] ?? null]))
}

/** A value that is wrong for now is kept as it was typed, as far as it is a text or a number. */
function asTyped(value: unknown): RecordValues[string] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** A form names only files that whoever types it may see: an id from elsewhere opens nothing. @throws operation.notFound */
async function refuseForeignFiles(
  context: CommandContext,
  fields: ReturnType<typeof formFields>,
  typed: RecordValues,
): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    if (fields.get(name)?.field.kind !== 'attachments' || !Array.isArray(value)) continue
    for (const id of value) await getEvidence(context, String(id))
  }
}

function noSuchField(name: string, label: string | undefined) {
  return label === undefined
    ? { zh: `表单没有“${name}”这个字段。`, en: `The form has no field “${name}”.` }
    : {
        zh: `“${label}”的内容太长，请缩短，或作为材料上传。`,
        en: `“${label}” is too long; shorten it, or give it as a file.`,
      }
}

/**
 * Says that what the platform filled in is right and may be used for this matter.
 *
 * @throws draft.purpose for fields into which nothing was filled
 */
export async function confirmPrefilled(
  context: CommandContext,
  draft: DraftState,
  names: readonly string[],
  labelOf: (name: string) => string,
): Promise<DraftState> {
  const unknown = names.find((name) => draft.origins[name] === undefined || draft.origins[name]?.purpose !== draft.type)
  if (unknown !== undefined) throw draftErrors.purpose({ label: labelOf(unknown) })
  const origins = Object.fromEntries(
    Object.entries(draft.origins).map(([name, origin]) => [
      name,
      names.includes(name) ? { ...origin, confirmed: true } : origin,
    ]),
  )
  await touchDraft(context, draft, { origins: JSON.stringify(origins) })
  return { ...draft, origins, revision: draft.revision + 1 }
}
