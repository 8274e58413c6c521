import './registers.css'
import './list.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { duplicatesQuery, registerQuery } from '../../api/register.queries.ts'
import type { DuplicateGroup, RegisterDescription } from '../../api/register.types.ts'
import { percent } from '../../format/shares.ts'
import { defineTexts, useLanguage, useTexts } from '../../i18n/language.ts'
import { Card, Page } from '../../ui/page.tsx'
import { Empty, Loaded, NoPermission, Skeleton, SkeletonPage } from '../../ui/states.tsx'
import { labelOf } from './field-words.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { NoRegister } from './no-register.tsx'

const words = defineTexts(
  {
    title: (label: string) => `${label}查重`,
    lead: '可能是同一个的记录，把握大的在前。合并前看清哪里不同；合并可以撤销。',
    alike: '相似度',
    merge: '比较并合并',
    none: '没有发现重复',
    noneLead: '编号相同、名称和日期相近的记录会列在这里。',
  },
  {
    title: (label) => `Duplicates: ${label}`,
    lead: 'Records that may be one and the same, the surest first. A merge can be undone.',
    alike: 'alike',
    merge: 'Compare and merge',
    none: 'No duplicates found',
    noneLead: 'Records with the same number, or with names and days that are close, are listed here.',
  },
)

/** 查重: groups of records that look like one thing. */
export function DuplicatesPage() {
  const { register } = useParams({ from: '/registers/$register/duplicates' })
  const query = useQuery(registerQuery(register))
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={<NoRegister />} alone>
      {(description) => (description.may.manage ? <Groups description={description} /> : <NoPermission />)}
    </Loaded>
  )
}

function Groups({ description }: { readonly description: RegisterDescription }) {
  const t = useTexts(words)
  const language = useLanguage()
  const query = useQuery(duplicatesQuery(description.id))
  const [merging, setMerging] = useState<DuplicateGroup | null>(null)
  const label = labelOf(description, language)
  return (
    <Page title={t.title(label)} lead={t.lead} crumbs={[{ to: `/registers/${description.id}`, label }]}>
      <Loaded query={query} skeleton={<Skeleton rows={8} />}>
        {({ groups }) =>
          groups.length === 0 ? (
            <Empty icon="check" title={t.none}>
              {t.noneLead}
            </Empty>
          ) : (
            <>
              {groups.map((group) => (
                <Card
                  key={group.rows.map(({ id }) => id).join(' ')}
                  title={group.why[language]}
                  note={`${t.alike} ${percent(group.confidence)}`}
                  actions={
                    <button type="button" className="btn small-btn" onClick={() => setMerging(group)}>
                      {t.merge}
                    </button>
                  }
                >
                  <ul className="rows">
                    {group.rows.map((row) => (
                      <li key={row.id} className="dp-row">
                        <Link
                          to="/registers/$register/records/$recordId"
                          params={{ register: description.id, recordId: row.id }}
                        >
                          {row.label}
                        </Link>
                        <span className="quiet small">{row.unit?.shortName}</span>
                      </li>
                    ))}
                  </ul>
                </Card>
              ))}
              {merging === null ? null : (
                <MergeDialog
                  description={description}
                  rows={merging.rows}
                  onClose={() => setMerging(null)}
                  onDone={() => setMerging(null)}
                />
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  )
}
