import { fillText } from '../documents/fill.ts'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'
import { mask } from '../personal-data/mask.ts'
import { isPersonal } from '../registers/columns.ts'
import { calendarOf } from '../rules/calendar-of.ts'
import { dueOf } from '../rules/due-of.ts'
import type { Deed, MatterEffect } from './effects.types.ts'
import { factsOf, type MatterFact } from './facts.ts'
import { formFields } from './form/form-fields.ts'
import { wordsOf } from './form/value-words.ts'
import type { PublicationDeclaration } from './matter.types.ts'

/**
 * 公示: what everybody reads of a matter from an act on. Personal fields are masked and sealed ones left out; until when
 * objections are taken, and how long it is shown, is counted by the rules that the declaration names.
 */
export const publicationEffect: MatterEffect = {
  id: 'publication',
  run: async (context, deed) => {
    const { publication } = deed.declaration
    if (publication === undefined || !deed.events.includes(publication.on)) return undefined
    const { tx, jurisdiction, now, today } = context
    const id = newId(now)
    const title = titleOf(context, deed, publication)
    await tx
      .insertInto('matter_publication')
      .values({
        ...{ jurisdiction, id, matter_id: deed.after.id, matter_type: deed.after.type, title },
        ...{ body: JSON.stringify(bodyOf(deed, publication)), published_on: today },
        objections_until: await dayBy(context, deed, publication.objections?.rule),
        shown_until: await dayBy(context, deed, publication.shownFor),
        demonstration: deed.after.demonstration,
      })
      .execute()
    return { publications: [{ id, title }] }
  },
}

/** The day on which a rule's time ends that begins today; null where there is no rule. */
async function dayBy(context: CommandContext, { matters }: Deed, rule: string | undefined): Promise<string | null> {
  const declared = rule === undefined ? undefined : matters.rules.find(rule)
  if (declared === undefined) return null
  const calendar = await calendarOf(context)
  return dueOf(declared, { from: context.today, calendar, county: context.county }).due.slice(0, 10)
}

/** Label → words. */
function bodyOf({ declaration, values }: Deed, { fields }: PublicationDeclaration): Readonly<Record<string, string>> {
  const shown = fields.flatMap((name): (readonly [string, string])[] => {
    const field = formFields(declaration).get(name)?.field
    if (field === undefined || declaration.sealed?.includes(name) === true) return []
    const words = wordsOf(field, values[name])
    if (words === '') return []
    return [[field.label, isPersonal(field) ? mask(words, field.kind === 'text' ? field.mask : undefined) : words]]
  })
  return Object.fromEntries(shown)
}

function titleOf(context: CommandContext, deed: Deed, { title }: PublicationDeclaration): string {
  const facts = factsOf(context, deed, { masked: true })
  const { text } = fillText(title, (name) => {
    const [kind = '', id = ''] = name.split('.')
    if (kind === 'fact') return facts[id as MatterFact]
    const field = formFields(deed.declaration).get(id)?.field
    if (field === undefined || isPersonal(field) || deed.declaration.sealed?.includes(id) === true) return ''
    return wordsOf(field, deed.values[id])
  })
  return text
}
