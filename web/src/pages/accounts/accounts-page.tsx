import './accounts.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { accountsQuery, useMay } from '../../api/queries.ts'
import type { AccountRow, RoleToGive } from '../../api/session.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { type Language, useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Loaded, NoPermission, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { accountsTexts } from './accounts.texts.ts'

type Words = (typeof accountsTexts)['zh']

/** 账号: who may sign in and for whom. */
export function AccountsPage() {
  const t = useTexts(accountsTexts)
  const language = useLanguage()
  const allowed = useMay('account.manage')
  const query = useQuery({ ...accountsQuery, enabled: allowed })
  const [open, setOpen] = useState<AccountRow | 'new' | null>(null)
  const [note, setNote] = useState('')
  if (!allowed) return <NoPermission />
  return (
    <Page
      title={t.accountsTitle}
      lead={t.accountsLead}
      actions={
        <button type="button" className="btn primary" onClick={() => setOpen('new')}>
          <Icon name="plus" />
          {t.create}
        </button>
      }
    >
      {note === '' ? null : (
        <p className="done-note" role="status">
          {note}
        </p>
      )}
      <Loaded query={query} skeleton={<Skeleton rows={5} />}>
        {({ accounts, roles }) =>
          accounts.length === 0 ? (
            <Empty icon="accounts" title={t.emptyTitle} />
          ) : (
            <Table
              label={t.accountsTitle}
              columns={accountColumns(t, roleLabels(roles, language), setOpen)}
              rows={accounts}
              rowKey={(row) => row.id}
              nameColumn="name"
            />
          )
        }
      </Loaded>
      {open === null || query.data === undefined ? null : (
        <AccountDialog
          account={open === 'new' ? null : open}
          roles={query.data.roles}
          onClose={() => setOpen(null)}
          onDone={(message) => {
            setOpen(null)
            setNote(message)
          }}
        />
      )}
    </Page>
  )
}

function roleLabels(roles: readonly RoleToGive[], language: Language): ReadonlyMap<string, string> {
  return new Map(roles.map(({ role, label, labelEn }) => [role, language === 'zh' ? label : labelEn]))
}

function accountColumns(
  t: Words,
  labels: ReadonlyMap<string, string>,
  manage: (row: AccountRow) => void,
): readonly Column<AccountRow>[] {
  return [
    { key: 'name', head: t.col.name, cell: (row) => row.displayName, sort: (row) => row.displayName },
    { key: 'login', head: t.col.login, cell: (row) => <code>{row.login}</code>, sort: (row) => row.login },
    {
      key: 'roles',
      head: t.col.roles,
      cell: (row) =>
        row.roles.length === 0 ? (
          <span className="quiet">{t.noRoles}</span>
        ) : (
          row.roles.map(({ role, unit }) => roleInWords(labels.get(role) ?? role, unit)).join(t.between)
        ),
    },
    {
      key: 'last',
      head: t.col.last,
      className: 'nb',
      sort: (row) => row.lastSignInAt ?? '',
      cell: (row) =>
        row.lastSignInAt === null ? <span className="quiet">{t.never}</span> : instantInCounty(row.lastSignInAt),
    },
    { key: 'factor', head: t.col.factor, className: 'nb', cell: (row) => <SecondFactor row={row} /> },
    { key: 'state', head: t.col.state, cell: (row) => <State row={row} /> },
    {
      key: 'manage',
      head: t.manage,
      className: 'nb',
      cell: (row) => (
        <button
          type="button"
          className="btn small-btn"
          aria-label={t.manageOf(row.displayName)}
          onClick={() => manage(row)}
        >
          {t.manage}
        </button>
      ),
    },
  ]
}

/** 单位填报人（市科技局）; the office’s role names the unit already. */
function roleInWords(label: string, unit: AccountRow['roles'][number]['unit']): string {
  return unit === null || unit.shortName === label ? label : `${label}（${unit.shortName}）`
}

function SecondFactor({ row }: { readonly row: AccountRow }) {
  const t = useTexts(accountsTexts)
  if (row.secondFactorSince !== null) return <span className="light green">{t.factorOn}</span>
  if (row.secondFactorRequired) return <span className="light amber">{t.factorNeeded}</span>
  return <span className="quiet">{t.noFactor}</span>
}

function State({ row }: { readonly row: AccountRow }) {
  const t = useTexts(accountsTexts)
  if (row.disabledAt !== null) return <span className="light grey">{t.disabled}</span>
  if (row.lockedUntil !== null) return <span className="light amber">{t.locked(instantInCounty(row.lockedUntil))}</span>
  return <span className="light green">{t.active}</span>
}
