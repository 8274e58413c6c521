import { useMutation, useQuery } from '@tanstack/react-query'
import { post, remove } from '../../api/client.ts'
import { accountEntitiesQuery, queryClient, seg } from '../../api/queries.ts'
import type { AccountRow } from '../../api/session.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { Loaded, Refusal, Skeleton } from '../../ui/states.tsx'
import { LinkPicker } from '../registers/link-picker.tsx'
import { accountsTexts } from './accounts.texts.ts'

/** Records of which register an account of a role stands for. */
const registerOf = { enterprise: 'market-entity', expert: 'expert' } as const

/** For whom of the registers an account acts: an enterprise for its entities, an expert for themselves. */
export function AccountEntities({ account }: { readonly account: AccountRow }) {
  const held = account.roles.map(({ role }) => role)
  return (['enterprise', 'expert'] as const)
    .filter((role) => held.includes(role))
    .map((role) => <LinkedRecords key={role} accountId={account.id} role={role} />)
}

interface LinkedRecordsProps {
  readonly accountId: string
  readonly role: keyof typeof registerOf
}

function LinkedRecords({ accountId, role }: LinkedRecordsProps) {
  const { entities: words } = useTexts(accountsTexts)
  const t = words[role]
  const register = registerOf[role]
  const query = useQuery(accountEntitiesQuery(accountId))
  const refresh = () => queryClient.invalidateQueries({ queryKey: accountEntitiesQuery(accountId).queryKey })
  const link = useMutation({
    mutationFn: (recordId: string) => post(`/accounts/${seg(accountId)}/entities`, { recordId, register }),
    onSuccess: refresh,
  })
  const unlink = useMutation({
    mutationFn: (recordId: string) => remove(`/accounts/${seg(accountId)}/entities/${seg(recordId)}`),
    onSuccess: refresh,
  })
  return (
    <section className="account-security" aria-labelledby={`ac-entities-${role}`}>
      <h3 id={`ac-entities-${role}`}>{t.title}</h3>
      <p className="quiet small">{t.lead}</p>
      <Refusal problem={link.error ?? unlink.error} />
      <Loaded query={query} skeleton={<Skeleton rows={2} />}>
        {({ entities }) => (
          <>
            <ul className="rows session-rows">
              {entities
                .filter((one) => one.register === register)
                .map((one) => (
                  <li key={one.recordId}>
                    <div>
                      <b>{one.label}</b>
                      <p className="quiet small">{words.since(instantInCounty(one.grantedAt), one.grantedByLabel)}</p>
                    </div>
                    <button
                      type="button"
                      className="btn small-btn"
                      aria-label={words.unlinkOf(one.label)}
                      disabled={unlink.isPending}
                      onClick={() => unlink.mutate(one.recordId)}
                    >
                      {words.unlink}
                    </button>
                  </li>
                ))}
            </ul>
            <Field label={t.choose}>
              <LinkPicker
                register={register}
                label={t.choose}
                value={null}
                onChange={(chosen) => {
                  if (chosen?.id != null) link.mutate(chosen.id)
                }}
              />
            </Field>
          </>
        )}
      </Loaded>
    </section>
  )
}
