import './organisations.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { organisationsQuery, useMay } from '../../api/queries.ts'
import type { OrganisationNode } from '../../api/types.gen.ts'
import { organisationKindLabel, useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { fetchedPart } from '../../ui/fetched-part.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { Empty, Loaded, Skeleton } from '../../ui/states.tsx'
import { organisationsTexts } from './organisations.texts.ts'
import { treeRows } from './tree-rows.ts'

const CreateDialog = fetchedPart(() => import('./unit-dialogs.tsx').then((file) => file.CreateDialog))

/** 单位: the tree of who carries the plan. */
export function OrganisationsPage() {
  const t = useTexts(organisationsTexts)
  const query = useQuery(organisationsQuery)
  const mayManage = useMay('party.manage')
  const [creating, setCreating] = useState(false)
  const [note, setNote] = useState('')
  const createButton = mayManage ? (
    <button type="button" className="btn primary" onClick={() => setCreating(true)}>
      <Icon name="plus" />
      {t.create}
    </button>
  ) : null
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <PrintButton />
          {createButton}
        </>
      }
    >
      {note === '' ? null : (
        <p className="done-note" role="status">
          {note}
        </p>
      )}
      <Loaded query={query} skeleton={<Skeleton rows={12} />}>
        {({ organisations }) =>
          organisations.length === 0 ? (
            <Empty icon="units" title={t.emptyTitle} actions={createButton ?? undefined}>
              {t.emptyLead}
            </Empty>
          ) : (
            <OrganisationTree organisations={organisations} />
          )
        }
      </Loaded>
      {creating ? (
        <CreateDialog
          organisations={query.data?.organisations ?? []}
          onClose={() => setCreating(false)}
          onDone={(name) => {
            setCreating(false)
            setNote(t.created(name))
          }}
        />
      ) : null}
    </Page>
  )
}

function OrganisationTree({ organisations }: { readonly organisations: readonly OrganisationNode[] }) {
  const t = useTexts(organisationsTexts)
  const common = useCommon()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState('')
  const [dissolvedToo, setDissolvedToo] = useState(false)
  const present = dissolvedToo ? organisations : organisations.filter((one) => one.dissolvedOn === null)
  const order = Object.keys(common.organisationKinds)
  const kinds = [...new Set(present.map((one) => one.kind))].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const filtered = present.filter((one) => (kind === '' || one.kind === kind) && says(one, words))
  const rows = treeRows(filtered)
  const most = Math.max(...organisations.map((one) => one.leads + one.supports), 1)
  return (
    <>
      <Filters>
        <Chips
          label={t.kind}
          value={kind}
          onChange={setKind}
          choices={[
            { value: '', label: common.all, count: present.length },
            ...kinds.map((one) => ({
              value: one,
              label: organisationKindLabel(common, one),
              count: present.filter((unit) => unit.kind === one).length,
            })),
          ]}
        />
        <label>
          <span className="sr">{t.find}</span>
          <input type="search" placeholder={t.find} value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        {organisations.some((one) => one.dissolvedOn !== null) ? (
          <label>
            <input type="checkbox" checked={dissolvedToo} onChange={(event) => setDissolvedToo(event.target.checked)} />
            {t.withDissolved}
          </label>
        ) : null}
        <p className="filter-result" role="status">
          {t.shown(rows.length, present.length)}
        </p>
      </Filters>
      {rows.length === 0 ? (
        <Empty icon="search" title={t.noneTitle} />
      ) : (
        <div className="table-wrap">
          <table className="table units-table" aria-label={t.title}>
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.kindLabel}</th>
                <th scope="col" className="num">
                  {t.leads}
                </th>
                <th scope="col" className="num">
                  {t.supports}
                </th>
                <th scope="col">
                  <span className="sr">{t.leads}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ node, depth }) => (
                <tr key={node.id}>
                  <th scope="row" style={depth === 0 ? undefined : { paddingLeft: `${10 + depth * 22}px` }}>
                    <Link to="/organisations/$partyId" params={{ partyId: node.id }}>
                      {node.name}
                    </Link>
                    {node.members.length === 0 ? null : (
                      <span className="quiet small"> {t.members(node.members.length)}</span>
                    )}
                    {node.dissolvedOn === null ? null : <span className="light grey"> {common.dissolved}</span>}
                  </th>
                  <td data-label={t.kindLabel}>{organisationKindLabel(common, node.kind)}</td>
                  <td data-label={t.leads} className="num">
                    {node.leads}
                  </td>
                  <td data-label={t.supports} className="num">
                    {node.supports}
                  </td>
                  <td className="units-bar" aria-hidden="true">
                    <i className="leads" style={{ width: `${(node.leads / most) * 100}%` }} />
                    <i className="supports" style={{ width: `${(node.supports / most) * 100}%` }} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function says(node: OrganisationNode, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  return [node.name, node.shortName, ...node.aliases].some((name) => name.toLowerCase().includes(wanted))
}
