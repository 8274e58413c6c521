import './registers.css'
import './form.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { recordQuery, registerQuery } from '../../api/register.queries.ts'
import type { RecordDetail, RecordRow, RegisterDescription } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Page } from '../../ui/page.tsx'
import { Loaded, NoPermission, SkeletonPage } from '../../ui/states.tsx'
import { recordLink } from './field-value.tsx'
import { labelOf } from './field-words.ts'
import { formTexts } from './form.texts.ts'
import { NoRegister } from './no-register.tsx'
import { RecordForm } from './record-form.tsx'

/** 新增: a form made from the description of the register. */
export function NewRecordPage() {
  const { register } = useParams({ from: '/registers/$register/new' })
  const query = useQuery(registerQuery(register))
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={<NoRegister />} alone>
      {(description) => (description.may.add ? <NewRecord description={description} /> : <NoPermission />)}
    </Loaded>
  )
}

function NewRecord({ description }: { readonly description: RegisterDescription }) {
  const t = useTexts(formTexts)
  const language = useLanguage()
  const navigate = useNavigate()
  const [saved, setSaved] = useState<readonly RecordRow[]>([])
  return (
    <Page
      title={t.newTitle(description.recordLabel)}
      lead={t.lead}
      crumbs={[{ to: `/registers/${description.id}`, label: labelOf(description, language) }]}
    >
      {saved.map((record) => (
        <p className="done-note fm-note" role="status" key={record.id}>
          {t.saved(record.label)}
        </p>
      ))}
      <RecordForm
        // the next record begins with an empty form
        key={saved.length}
        description={description}
        record={null}
        onSaved={(record, another) => {
          if (another) setSaved([...saved, record])
          else void navigate({ to: recordLink(description.id, record.id) })
        }}
      />
    </Page>
  )
}

/** 修改: the same form, begun with what the record says. */
export function EditRecordPage() {
  const { register, recordId } = useParams({ from: '/registers/$register/records/$recordId/edit' })
  const description = useQuery(registerQuery(register))
  const record = useQuery(recordQuery(register, recordId))
  return (
    <Loaded query={description} skeleton={<SkeletonPage />} missing={<NoRegister />} alone>
      {(known) => (
        <Loaded query={record} skeleton={<SkeletonPage />} alone>
          {(detail) => (detail.may.change ? <EditRecord description={known} record={detail} /> : <NoPermission />)}
        </Loaded>
      )}
    </Loaded>
  )
}

interface EditRecordProps {
  readonly description: RegisterDescription
  readonly record: RecordDetail
}

function EditRecord({ description, record }: EditRecordProps) {
  const t = useTexts(formTexts)
  const language = useLanguage()
  const navigate = useNavigate()
  // what the person began with: a newer revision from the server must not empty what was typed
  const [begun] = useState(record)
  return (
    <Page
      title={t.editTitle(begun.label)}
      lead={t.lead}
      crumbs={[
        { to: `/registers/${description.id}`, label: labelOf(description, language) },
        { to: `/registers/${description.id}/records/${record.id}`, label: begun.label },
      ]}
    >
      <RecordForm
        description={description}
        record={begun}
        onSaved={() =>
          void navigate({
            to: '/registers/$register/records/$recordId',
            params: { register: description.id, recordId: record.id },
          })
        }
      />
    </Page>
  )
}
