import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import { asFieldProblems } from '../registers/check-values.ts'
import type { RecordValues } from '../registers/record.types.ts'
import { resolveReferences } from '../registers/resolve-references.ts'
import type { Application } from './begin-matter.ts'
import { checkForm } from './form/check-form.ts'
import { fieldsAsRegister, formFields } from './form/form-fields.ts'
import { missingMaterials } from './form/needed-materials.ts'
import type { MatterDeclaration } from './matter.types.ts'
import { matterErrors } from './matter-errors.ts'
import type { Matters } from './matters.ts'
import type { GivenMaterial } from './write-act.ts'

/**
 * What somebody filed, looked at as a whole: every problem of the form at once.
 *
 * Whoever files on line has to bring all required materials, since the page tells at once what is missing. At the window
 * and by staff it is received as it comes, and what is missing is asked for once (一次性告知).
 *
 * @returns the values with what they point at
 * @throws matter.badValues, matter.materialUnknown, matter.materialsMissing
 */
export async function checkApplication(
  context: QueryContext,
  matters: Matters,
  declaration: MatterDeclaration,
  { values, materials = [], later = [], entrance }: Application,
): Promise<RecordValues> {
  const { registers } = matters
  const checked = checkForm(registers, declaration, values, { today: context.today })
  const filled = Object.fromEntries(
    [...formFields(declaration)].flatMap(([name, { field }]) => (name in checked.values ? [[name, field]] : [])),
  )
  const resolved = await resolveReferences(context, registers, fieldsAsRegister(declaration, filled), checked.values)
  const problems = asFieldProblems([...checked.problems, ...resolved.problems])
  if (problems.length > 0) throw matterErrors.badValues({ count: problems.length }, { problems })
  refuseUnknown(declaration, [...materials, ...later])
  const isReceivedAsItComes = entrance === 'window' || entrance === 'staff'
  const { missing } = missingMaterials(
    declaration,
    resolved.values,
    materials.map(({ material }) => material),
  )
  if (!isReceivedAsItComes && missing.length > 0) {
    throw matterErrors.materialsMissing({ labels: missing.map(({ label }) => label) })
  }
  return resolved.values
}

/** @throws matter.materialUnknown */
export function refuseUnknown({ materials }: MatterDeclaration, given: readonly { readonly material: string }[]): void {
  for (const { material } of given) {
    if (!materials.some(({ id }) => id === material)) throw matterErrors.materialUnknown({ material })
  }
}

/** @throws matter.fileUnknown when a file is not there, or was given by somebody else who signed in */
export async function refuseForeignFiles(
  { tx, jurisdiction, actor }: QueryContext,
  given: readonly GivenMaterial[],
): Promise<void> {
  const ids = given.flatMap(({ evidenceId, origin }) =>
    evidenceId === null || origin === 'register' || origin === 'earlier' ? [] : [evidenceId],
  )
  if (ids.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select id from evidence where jurisdiction = ${jurisdiction} and id = any(${ids})
      and (given_by is null or given_by = ${actor.accountId ?? ''} or visibility = 'public')`.execute(tx)
  const known = new Set(rows.map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw matterErrors.fileUnknown({ id: unknown })
}
