import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { draftsQuery, dropDraft } from '../../../api/applying.queries.ts'
import type { Problem } from '../../../api/client.ts'
import { queryClient } from '../../../api/queries.ts'
import { servicesQuery } from '../../../api/service.queries.ts'
import type { DraftRow, Reception } from '../../../api/types.gen.ts'
import { receive } from '../../../api/window.queries.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Confirm } from '../../../ui/dialog.tsx'
import { Card } from '../../../ui/page.tsx'
import { Loaded, Refusal } from '../../../ui/states.tsx'
import { labelOf } from '../../registers/field-words.ts'
import { type Comer, FindParty } from './find-party.tsx'
import { windowTexts } from './window.texts.ts'

interface StartProps {
  /** the ticket that is being served, so that the visit is counted to it */
  readonly ticket: string | null
  readonly onBegun: (drafts: readonly string[]) => void
}

/** Who comes and what for: two choices, then the forms. */
export function StartReception({ ticket, onBegun }: StartProps) {
  const t = useTexts(windowTexts)
  const [comer, setComer] = useState<Comer | null>(null)
  const [types, setTypes] = useState<ReadonlySet<string>>(new Set())
  const begin = useMutation<Reception, Problem>({
    mutationFn: () =>
      receive({
        types: [...types],
        ...(comer === null ? {} : comer.input),
        ...(ticket === null ? {} : { ticketId: ticket }),
      }),
    onSuccess: async ({ drafts }) => {
      await queryClient.invalidateQueries({ queryKey: draftsQuery.queryKey })
      onBegun(drafts.map(({ id }) => id))
    },
  })
  return (
    <div className="wn-start">
      <div>
        <Card title={t.steps.who}>
          <FindParty comer={comer} onComer={setComer} />
        </Card>
        <OpenDrafts onResume={onBegun} />
      </div>
      <Card title={t.steps.what} note={t.what}>
        <ServiceChoice types={types} onTypes={setTypes} />
        <div className="wn-begin">
          <Refusal problem={begin.error} />
          <button
            type="button"
            className="btn primary"
            disabled={comer === null || types.size === 0 || begin.isPending}
            onClick={() => begin.mutate()}
          >
            {comer === null ? t.whoFirst : t.begin(types.size)}
          </button>
        </div>
      </Card>
    </div>
  )
}

interface ServiceChoiceProps {
  readonly types: ReadonlySet<string>
  readonly onTypes: (types: ReadonlySet<string>) => void
}

function ServiceChoice({ types, onTypes }: ServiceChoiceProps) {
  const t = useTexts(windowTexts)
  const language = useLanguage()
  const query = useQuery(servicesQuery)
  return (
    <Loaded query={query}>
      {({ services }) => (
        <ul className="wn-services">
          {services.map((service) => {
            const here = service.entrances.includes('window')
            const may = service.isOpen && here
            return (
              <li key={service.id}>
                <label data-off={!may}>
                  <input
                    type="checkbox"
                    disabled={!may}
                    checked={types.has(service.id)}
                    onChange={() => {
                      const next = new Set(types)
                      if (!next.delete(service.id)) next.add(service.id)
                      onTypes(next)
                    }}
                  />
                  <span>
                    <b>{labelOf(service, language)}</b>
                    <small>
                      {service.unit.name}，{service.promised}
                      {service.isOpen
                        ? here
                          ? ''
                          : `，${t.notHere}`
                        : `，${t.closed}：${service.closedBecause ?? ''}`}
                    </small>
                  </span>
                </label>
              </li>
            )
          })}
        </ul>
      )}
    </Loaded>
  )
}

/** Forms that were begun at this desk and not submitted. */
function OpenDrafts({ onResume }: { readonly onResume: (drafts: readonly string[]) => void }) {
  const t = useTexts(windowTexts)
  const { data } = useQuery(draftsQuery)
  const [dropping, setDropping] = useState<DraftRow | null>(null)
  const drop = useMutation<unknown, Problem, string>({
    mutationFn: dropDraft,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: draftsQuery.queryKey }),
    onSettled: () => setDropping(null),
  })
  const drafts = data?.drafts ?? []
  if (drafts.length === 0) return null
  const parties = [...new Set(drafts.map(({ party }) => party ?? ''))]
  return (
    <Card title={t.drafts} note={t.draftsLead}>
      <Refusal problem={drop.error} />
      <ul className="wn-drafts">
        {parties.map((party) => {
          const own = drafts.filter((one) => (one.party ?? '') === party)
          return (
            <li key={party}>
              <p>
                <b>{party}</b>
                <button type="button" className="btn small-btn" onClick={() => onResume(own.map(({ id }) => id))}>
                  {t.resume}
                </button>
              </p>
              {own.map((one) => (
                <p key={one.id} className="quiet small">
                  {one.typeLabel}　{t.filled(one.filled, one.asked)}
                  <button type="button" className="text-btn" onClick={() => setDropping(one)}>
                    {t.remove}
                  </button>
                </p>
              ))}
            </li>
          )
        })}
      </ul>
      {dropping === null ? null : (
        <Confirm
          title={t.removeTitle}
          action={t.remove}
          danger
          busy={drop.isPending}
          onConfirm={() => drop.mutate(dropping.id)}
          onClose={() => setDropping(null)}
        >
          <p>{t.removeLead(`${dropping.party ?? ''} ${dropping.typeLabel}`)}</p>
        </Confirm>
      )}
    </Card>
  )
}
