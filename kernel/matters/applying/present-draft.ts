import type { Static } from 'typebox'
import type { Language } from '../../errors/define-errors.ts'
import type { QueryContext } from '../../operations/context.ts'
import { checkForm } from '../form/check-form.ts'
import { presentForm } from '../form/present-form.ts'
import type { MaterialDeclaration, MatterDeclaration } from '../matter.types.ts'
import type { DraftRow, DraftView, FormStepRow } from '../matters.schemas.ts'
import type { Matters } from '../matters.ts'
import { matterVersion } from '../versions.ts'
import { materialsOfDraft } from './draft-materials.ts'
import type { DraftState } from './draft-row.ts'
import { openEntries, valuesOf } from './draft-values.ts'
import { askedFields, askedMaterials, askedValues } from './form-conditions.ts'
import { sharedMaterials } from './shared-materials.ts'

type DraftRowShape = Static<typeof DraftRow>

/** A draft as those whose it is see it: in clear, with who typed what and what is wrong so far. */
export async function presentDraft(context: QueryContext, matters: Matters, draft: DraftState): Promise<DraftView> {
  const declaration = await matterVersion(context, draft.type, draft.version)
  const entries = openEntries(context, draft)
  const values = valuesOf(entries)
  const asked = askedValues(declaration, values)
  const { problems } = checkForm(matters.registers, declaration, asked, { today: context.today, partial: true })
  const needed = askedMaterials(declaration, values)
  const shared = await sharedMaterials(context, matters.registers, needed, draft.applicantRecord ?? undefined)
  return {
    ...rowOf(declaration, draft, values),
    form: formOf(matters, declaration),
    materials: declaration.materials.map(presentMaterial),
    values: { ...values },
    entries: Object.fromEntries(
      Object.entries(entries).map(([name, { by, at }]) => {
        const origin = draft.origins[name]
        return [name, { by, at, from: origin?.words ?? null, confirmed: origin?.confirmed ?? true }]
      }),
    ),
    given: (await materialsOfDraft(context, draft.id)).map(({ id, material, evidenceId, fileName, origin }) => ({
      ...{ id, material, evidenceId, fileName, origin },
      originWords: origin === 'window' ? '窗口扫描' : null,
    })),
    shared: shared.map(({ material, words }) => ({ material, words })),
    problems: problems.map(({ field, message, remedy }) => ({
      field,
      message: inLanguage(context.language, message, remedy),
    })),
    twin:
      draft.twinHash === null || draft.twinExpiresAt === null || draft.twinExpiresAt <= context.now
        ? null
        : { isPaired: draft.twinSeenAt !== null, expiresAt: draft.twinExpiresAt.toISOString() },
    matterId: draft.matterId,
  }
}

/** A draft in one line of a list. */
export async function presentDraftRow(context: QueryContext, draft: DraftState): Promise<DraftRowShape> {
  const declaration = await matterVersion(context, draft.type, draft.version)
  return rowOf(declaration, draft, valuesOf(openEntries(context, draft)))
}

function rowOf(
  declaration: MatterDeclaration,
  draft: DraftState,
  values: Readonly<Record<string, unknown>>,
): DraftRowShape {
  const asked = askedFields(declaration, values)
  return {
    ...{ id: draft.id, type: draft.type, typeLabel: declaration.label, version: draft.version },
    ...{ step: draft.step, revision: draft.revision },
    updatedAt: draft.updatedAt.toISOString(),
    expiresAt: draft.expiresAt.toISOString(),
    party: draft.partyLabel,
    filled: [...asked].filter((name) => name in values).length,
    asked: asked.size,
  }
}

const forms = new WeakMap<MatterDeclaration, FormStepRow[]>()

/** A form of three hundred fields is laid out once, not at each key that is pressed. */
function formOf({ registers }: Matters, declaration: MatterDeclaration) {
  const known = forms.get(declaration) ?? presentForm(registers, declaration)
  forms.set(declaration, known)
  return known
}

export function presentMaterial({ shared, sealed, several, when, notes, ...rest }: MaterialDeclaration) {
  const { id, label, kind, copies, necessity, origin } = rest
  return {
    ...{ id, label, kind, copies, necessity, origin },
    when: when ?? null,
    notes: notes ?? null,
    several: several === true,
    sharedFrom: shared?.says ?? null,
    isSealed: sealed === true,
  }
}

export function inLanguage(
  language: Language,
  message: Readonly<Record<Language, string>>,
  remedy: Readonly<Record<Language, string>>,
): string {
  return language === 'zh' ? `${message.zh}${remedy.zh}` : `${message.en} ${remedy.en}`
}
