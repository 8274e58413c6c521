import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { patch, post } from '../../api/client.ts'
import { queryClient, useSession } from '../../api/queries.ts'
import type { OrganisationNode, UnitDetail } from '../../api/types.gen.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { organisationsTexts } from './organisations.texts.ts'

interface CreateProps {
  readonly organisations: readonly OrganisationNode[]
  readonly onClose: () => void
  readonly onDone: (name: string) => void
}

export function CreateDialog({ organisations, onClose, onDone }: CreateProps) {
  const t = useTexts(organisationsTexts)
  const common = useCommon()
  const [name, setName] = useState('')
  const [shortName, setShortName] = useState('')
  const [kind, setKind] = useState('department')
  const [parentId, setParentId] = useState('')
  const [tried, setTried] = useState(false)
  const create = useMutation({
    mutationFn: () =>
      post('/organisations', {
        name: name.trim(),
        kind,
        ...(shortName.trim() === '' ? {} : { shortName: shortName.trim() }),
        ...(parentId === '' ? {} : { parentId }),
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      onDone(name.trim())
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() !== '') create.mutate()
  }
  return (
    <Dialog title={t.create} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <Refusal problem={create.error} />
        <Field label={t.name} help={t.nameHelp} error={tried && name.trim() === '' ? t.nameNeeded : undefined}>
          <input value={name} onChange={(event) => setName(event.target.value)} maxLength={200} required />
        </Field>
        <Field label={t.shortName} help={t.shortNameHelp}>
          <input value={shortName} onChange={(event) => setShortName(event.target.value)} maxLength={60} />
        </Field>
        <Field label={t.kindLabel}>
          <select value={kind} onChange={(event) => setKind(event.target.value)}>
            {Object.entries(common.organisationKinds)
              .filter(([value]) => value !== 'collective')
              .map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
          </select>
        </Field>
        <Field label={t.parent}>
          <UnitSelect value={parentId} onChange={setParentId} organisations={organisations} none={t.noParent} />
        </Field>
        <FormFoot busy={create.isPending} action={t.create} onClose={onClose} />
      </form>
    </Dialog>
  )
}

interface UnitDialogProps {
  readonly unit: UnitDetail
  readonly organisations: readonly OrganisationNode[]
  readonly onClose: () => void
  readonly onDone: () => void
}

export function EditDialog({ unit, organisations, onClose, onDone }: UnitDialogProps) {
  const t = useTexts(organisationsTexts)
  const common = useCommon()
  const [name, setName] = useState(unit.name)
  const [shortName, setShortName] = useState(unit.shortName)
  const [aliases, setAliases] = useState(unit.aliases.join('\n'))
  const [parentId, setParentId] = useState(unit.parentId ?? '')
  const save = useChange(unit.id, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const lines = aliases.split('\n').map((line) => line.trim())
    save.mutate({
      name: name.trim(),
      shortName: shortName.trim() === '' ? name.trim() : shortName.trim(),
      aliases: lines.filter((line) => line !== ''),
      ...(parentId === (unit.parentId ?? '') || parentId === '' ? {} : { parentId }),
    })
  }
  return (
    <Dialog title={t.editTitle} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <Refusal problem={save.error} />
        <Field label={t.name} help={t.nameHelp} error={name.trim() === '' ? t.nameNeeded : undefined}>
          <input value={name} onChange={(event) => setName(event.target.value)} maxLength={200} />
        </Field>
        <Field label={t.shortName} help={t.shortNameHelp}>
          <input value={shortName} onChange={(event) => setShortName(event.target.value)} maxLength={60} />
        </Field>
        <Field label={t.aliases} help={t.aliasesHelp}>
          <textarea value={aliases} onChange={(event) => setAliases(event.target.value)} rows={4} />
        </Field>
        <Field label={t.parent}>
          <UnitSelect
            value={parentId}
            onChange={setParentId}
            organisations={organisations.filter((one) => one.id !== unit.id)}
            none={t.noParent}
          />
        </Field>
        <FormFoot busy={save.isPending} action={common.save} onClose={onClose} />
      </form>
    </Dialog>
  )
}

export function DissolveDialog({ unit, organisations, onClose, onDone }: UnitDialogProps) {
  const t = useTexts(organisationsTexts)
  const today = useSession()?.today ?? ''
  const [dissolvedOn, setDissolvedOn] = useState(today)
  const [successorId, setSuccessorId] = useState('')
  const save = useChange(unit.id, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ dissolvedOn, ...(successorId === '' ? {} : { successorId }) })
  }
  return (
    <Dialog title={t.dissolveTitle(unit.name)} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>{t.dissolveLead}</p>
        <Refusal problem={save.error} />
        <Field label={t.dissolvedOn}>
          <input type="date" required value={dissolvedOn} onChange={(event) => setDissolvedOn(event.target.value)} />
        </Field>
        <Field label={t.successor}>
          <UnitSelect
            value={successorId}
            onChange={setSuccessorId}
            organisations={organisations.filter((one) => one.id !== unit.id && one.dissolvedOn === null)}
            none={t.noSuccessor}
          />
        </Field>
        <FormFoot busy={save.isPending} action={t.dissolveAction} danger onClose={onClose} />
      </form>
    </Dialog>
  )
}

function useChange(partyId: string, onDone: () => void) {
  return useMutation({
    mutationFn: (change: object) => patch(`/organisations/${encodeURIComponent(partyId)}`, change),
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      onDone()
    },
  })
}

interface UnitSelectProps {
  readonly id?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly organisations: readonly OrganisationNode[]
  readonly none: string
}

function UnitSelect({ value, onChange, organisations, none, ...control }: UnitSelectProps) {
  return (
    <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      {organisations.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  )
}

interface FootProps {
  readonly busy: boolean
  readonly action: string
  readonly danger?: boolean
  readonly onClose: () => void
}

function FormFoot({ busy, action, danger = false, onClose }: FootProps) {
  const common = useCommon()
  return (
    <div className="form-actions">
      <button type="submit" className={danger ? 'btn danger' : 'btn primary'} disabled={busy}>
        {action}
      </button>
      <button type="button" className="btn" onClick={onClose}>
        {common.cancel}
      </button>
    </div>
  )
}
