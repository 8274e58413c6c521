import '../find/find.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { policiesQuery } from '../../../api/service.queries.ts'
import type { PolicyRow } from '../../../api/service.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Loaded } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { SourceWords } from '../guide/guide-limits.tsx'
import { publicTexts } from './public.texts.ts'

const levels = ['county', 'city', 'province', 'nation'] as const

/** Policies from the nearest down, each with what it is good for and the services that stand on it. */
export function PoliciesPage() {
  const t = useTexts(publicTexts)
  const policies = useQuery(policiesQuery)
  return (
    <PortalPage title={t.policies} lead={t.policiesLead}>
      <Loaded query={policies}>
        {(data) =>
          levels.map((level) => {
            const own = data.policies.filter((policy) => policy.level === level)
            return own.length === 0 ? null : (
              <section key={level}>
                <h2 className="po-h2">{t.levels[level]}</h2>
                <ul className="po-stack">
                  {own.map((policy) => (
                    <Policy key={policy.id} policy={policy} />
                  ))}
                </ul>
              </section>
            )
          })
        }
      </Loaded>
    </PortalPage>
  )
}

function Policy({ policy }: { readonly policy: PolicyRow }) {
  const t = useTexts(publicTexts)
  const comma = useLanguage() === 'zh' ? '、' : ', '
  return (
    <li className="po-panel" id={policy.id}>
      <h3>{policy.title}</h3>
      <p className="po-fine">
        {[
          policy.issuer,
          ...(policy.number === null ? [] : [policy.number]),
          ...(policy.inForceFrom === null ? [] : [t.inForce(policy.inForceFrom)]),
        ].join(' · ')}
      </p>
      <p>{policy.about}</p>
      <p className="po-fine">
        <SourceWords source={policy.source} />
      </p>
      {policy.services.length === 0 ? null : (
        <p>
          {t.uses}：
          {policy.services.map((service, at) => (
            <span key={service.id}>
              {at === 0 ? '' : comma}
              <Link to="/services/$type" params={{ type: service.id }}>
                {service.label}
              </Link>
            </span>
          ))}
        </p>
      )}
    </li>
  )
}
