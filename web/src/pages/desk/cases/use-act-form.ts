import { useState } from 'react'
import { useSession } from '../../../api/queries.ts'
import type { NextAct } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import type { FieldError } from '../../../ui/field.tsx'
import { holds } from '../../portal/apply/asked.ts'
import { faultWords } from '../../registers/field-input.tsx'
import { formTexts } from '../../registers/form.texts.ts'
import { readForm, sentValue, type Typed, typedFrom } from '../../registers/typed-values.ts'
import { actTexts } from './act.texts.ts'
import { forgetAct, keepAct, keptAct } from './kept-act.ts'

/** What an act is sent with. */
export interface ActContent {
  readonly input: Readonly<Record<string, unknown>>
  readonly opinion: string | undefined
}

/**
 * The little form of an act: its fields and an opinion, kept on this computer while it is typed, so that neither a
 * refusal nor a closed window loses it.
 *
 * @param subject the case, or the cases, that it is for
 */
export function useActForm(act: NextAct, subject: string) {
  const t = useTexts(actTexts)
  const words = useTexts(formTexts)
  const accountId = useSession()?.account?.id ?? ''
  const [start] = useState(() => keptAct(accountId, subject, act.act))
  const [typed, setTyped] = useState<Typed>(() => start?.typed ?? typedFrom(act.fields, {}))
  const [opinion, setOpinion] = useState(start?.opinion ?? '')
  const [restoredAt, setRestoredAt] = useState(start?.at ?? null)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const fields = act.fields.filter(({ when }) => holds(when, typed))

  const keep = (next: { readonly typed: Typed; readonly opinion: string }) =>
    keepAct(accountId, subject, act.act, { ...next, at: new Date().toISOString() })
  const setField = (name: string, value: unknown) => {
    const next = { ...typed, [name]: value }
    setTyped(next)
    keep({ typed: next, opinion })
  }
  const changeOpinion = (next: string) => {
    setOpinion(next)
    keep({ typed, opinion: next })
  }
  const forget = () => forgetAct(accountId, subject, act.act)
  const clear = () => {
    forget()
    setTyped(typedFrom(act.fields, {}))
    setOpinion('')
    setRestoredAt(null)
    setErrors([])
  }
  /** what to send; undefined while something is plainly wrong, which then stands at its field */
  const read = (): ActContent | undefined => {
    const { values, faults } = readForm(fields, typed)
    const wrong: FieldError[] = faults.map(({ field: name, fault }) => {
      const field = fields.find((one) => one.name === name)
      return { id: `f-${name}`, message: field === undefined ? name : faultWords(words, field, fault) }
    })
    if (act.opinion === 'required' && opinion.trim() === '') wrong.push({ id: 'act-opinion', message: t.opinionNeeded })
    setErrors(wrong)
    if (wrong.length > 0) return undefined
    const input = Object.fromEntries(
      fields
        .map((field) => [field.name, sentValue(field, values[field.name])] as const)
        .filter(([, value]) => value !== null && value !== ''),
    )
    return { input, opinion: opinion.trim() === '' ? undefined : opinion.trim() }
  }
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  const inWords = () =>
    [...fields.map((field) => `${field.label}：${String(typed[field.name] ?? '')}`), opinion]
      .filter((line) => line !== '')
      .join('\n')
  return { fields, typed, setField, opinion, changeOpinion, restoredAt, errors, errorOf, read, forget, clear, inWords }
}

export type ActForm = ReturnType<typeof useActForm>
