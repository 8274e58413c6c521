import type { FieldProblem } from '../errors/define-errors.ts'
import type { QueryContext } from '../operations/context.ts'
import { asFieldProblems, type ValueProblem } from '../registers/check-values.ts'
import type { RecordValues } from '../registers/record.types.ts'
import { resolveReferences } from '../registers/resolve-references.ts'
import { checkFields } from './form/check-form.ts'
import { fieldsAsRegister } from './form/form-fields.ts'
import type { FormField, MatterDeclaration } from './matter.types.ts'
import { matterErrors } from './matter-errors.ts'
import type { Matters } from './matters.ts'

/**
 * What came with an act, checked as a form is, with everything that is wrong told at once.
 *
 * @param asks whether words are required with it
 * @throws matter.badInput
 */
export async function readInput(
  context: QueryContext,
  matters: Matters,
  declaration: MatterDeclaration,
  {
    label,
    fields,
    input,
    opinion,
    asks,
    beside,
  }: {
    readonly label: string
    readonly fields: Readonly<Record<string, FormField>>
    readonly input: Readonly<Record<string, unknown>>
    readonly opinion: string | null
    readonly asks: 'required' | 'optional' | undefined
    /** values of the form, which conditions may look at */
    readonly beside: Readonly<Record<string, unknown>>
  },
): Promise<RecordValues> {
  const { today } = context
  const checked = checkFields(matters.registers, declaration, fields, input, { today, beside })
  const named = Object.keys(checked.values)
  const asked = fieldsAsRegister(
    declaration,
    Object.fromEntries(named.map((name) => [name, fields[name] as FormField])),
  )
  const resolved = await resolveReferences(context, matters.registers, asked, checked.values)
  const problems = [
    ...inputProblems([...checked.problems, ...resolved.problems]),
    ...(asks === 'required' && (opinion === null || opinion.trim() === '') ? [noOpinion] : []),
  ]
  if (problems.length > 0) throw matterErrors.badInput({ act: label, count: problems.length }, { problems })
  return resolved.values
}

const noOpinion: FieldProblem = {
  path: '/opinion',
  message: { zh: '请填写意见。', en: 'Give an opinion in words.' },
}

function inputProblems(problems: readonly ValueProblem[]): readonly FieldProblem[] {
  return asFieldProblems(problems).map(({ path, message }) => ({ path: path.replace('/values/', '/input/'), message }))
}
