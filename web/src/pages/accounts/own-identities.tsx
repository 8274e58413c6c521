import { useMutation } from '@tanstack/react-query'
import { remove } from '../../api/client.ts'
import { queryClient, seg, useSession } from '../../api/queries.ts'
import type { IdentityRow } from '../../api/session.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { Refusal } from '../../ui/states.tsx'
import { meTexts } from './me.texts.ts'
import { visitIdentityService } from './visit-identity-service.ts'

interface OwnIdentitiesProps {
  readonly identities: readonly IdentityRow[]
  readonly onDone: (note: string) => void
}

/** 统一身份: shown where the platform has an identity service, or had one. */
export function OwnIdentities({ identities, onDone }: OwnIdentitiesProps) {
  const t = useTexts(meTexts)
  const service = useSession()?.oidc ?? null
  const link = useMutation({ mutationFn: () => visitIdentityService('link', '/me') })
  const unlink = useMutation({
    mutationFn: (id: string) => remove(`/account/identities/${seg(id)}`),
    onSuccess: async () => {
      onDone(t.unlinked)
      await queryClient.invalidateQueries({ queryKey: ['own-account'] })
    },
  })
  if (service === null && identities.length === 0) return null
  return (
    <Card title={t.identities}>
      <Refusal problem={link.error ?? unlink.error} />
      <ul className="rows session-rows">
        {identities.map((one) => (
          <li key={one.id}>
            <div>
              <b className="issuer">{hostOf(one.service)}</b>
              <p className="quiet small">
                {t.identitySince(instantInCounty(one.linkedAt))}
                {'　'}
                {one.lastUsedAt === null ? t.identityUnused : t.identityUsed(instantInCounty(one.lastUsedAt))}
              </p>
            </div>
            <button
              type="button"
              className="btn small-btn"
              disabled={unlink.isPending}
              onClick={() => unlink.mutate(one.id)}
            >
              {t.unlink}
            </button>
          </li>
        ))}
      </ul>
      {service !== null && identities.length === 0 ? (
        <div className="card-body enrol">
          <p className="quiet">{t.identityNone(service.label)}</p>
          <button type="button" className="btn" disabled={link.isPending} onClick={() => link.mutate()}>
            {t.link(service.label)}
          </button>
        </div>
      ) : null}
    </Card>
  )
}

/** The service by its host, as people know addresses. */
export function hostOf(service: string): string {
  return URL.canParse(service) ? new URL(service).host : service
}
