import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import {
  changeWebhook,
  deleteWebhook,
  refreshDeliveries,
  tryWebhook,
  webhooksQuery,
} from '../../../api/delivery.queries.ts'
import type { WebhookRow } from '../../../api/types.gen.ts'
import { instantInCounty } from '../../../format/dates.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Confirm } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { Card } from '../../../ui/page.tsx'
import { Loaded, Refusal } from '../../../ui/states.tsx'
import { deliveriesTexts } from './deliveries.texts.ts'
import { WebhookDialog } from './webhook-dialog.tsx'

/** Where other programs are told, and whether they answer. */
export function Webhooks() {
  const t = useTexts(deliveriesTexts)
  const query = useQuery(webhooksQuery)
  const [adding, setAdding] = useState(false)
  return (
    <Card
      title={t.webhooks}
      note={t.webhooksLead}
      actions={
        <button type="button" className="btn small-btn" onClick={() => setAdding(true)}>
          <Icon name="plus" size={16} />
          {t.add}
        </button>
      }
    >
      <Loaded query={query}>
        {({ webhooks }) =>
          webhooks.length === 0 ? (
            <p className="card-body quiet">{t.noWebhooks}</p>
          ) : (
            <ul className="rows">
              {webhooks.map((webhook) => (
                <WebhookLine key={webhook.id} webhook={webhook} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {adding ? <WebhookDialog onClose={() => setAdding(false)} /> : null}
    </Card>
  )
}

function WebhookLine({ webhook }: { readonly webhook: WebhookRow }) {
  const t = useTexts(deliveriesTexts)
  const [removing, setRemoving] = useState(false)
  const act = useMutation<unknown, Problem, 'try' | 'turn' | 'remove'>({
    mutationFn: (what) =>
      what === 'try'
        ? tryWebhook(webhook.id)
        : what === 'turn'
          ? changeWebhook(webhook.id, { isActive: !webhook.isActive })
          : deleteWebhook(webhook.id),
    onSettled: refreshDeliveries,
  })
  return (
    <li className="dv-hook">
      <div>
        <b>{webhook.label}</b>{' '}
        <span className={webhook.isActive ? 'light green' : 'light grey'}>
          {webhook.isActive ? t.active : t.paused}
        </span>
        <p>
          <code>{webhook.url}</code>
        </p>
        <p className="quiet small">
          {webhook.kinds.join('、')}　
          {webhook.lastOkAt === null ? t.never : t.lastOk(instantInCounty(webhook.lastOkAt))}
          {webhook.waiting > 0 ? `　${t.waiting(webhook.waiting)}` : ''}
          {webhook.givenUp > 0 ? `　${t.givenUp(webhook.givenUp)}` : ''}
        </p>
        {webhook.lastFailure === null || webhook.lastFailureAt === null ? null : (
          <p className="light red small">
            {t.lastFailure(instantInCounty(webhook.lastFailureAt), webhook.lastFailure)}
          </p>
        )}
        {act.isSuccess && act.variables === 'try' ? (
          <p className="light green small" role="status">
            {t.tried}
          </p>
        ) : null}
        <Refusal problem={act.error} />
      </div>
      <p className="dv-acts">
        <button type="button" className="btn small-btn" disabled={act.isPending} onClick={() => act.mutate('try')}>
          {t.try}
        </button>
        <button type="button" className="btn small-btn" disabled={act.isPending} onClick={() => act.mutate('turn')}>
          {webhook.isActive ? t.pause : t.resume}
        </button>
        <button type="button" className="btn small-btn danger" onClick={() => setRemoving(true)}>
          {t.remove}
        </button>
      </p>
      {removing ? (
        <Confirm
          title={t.removeTitle}
          action={t.remove}
          danger
          busy={act.isPending}
          onConfirm={() => act.mutate('remove', { onSettled: () => setRemoving(false) })}
          onClose={() => setRemoving(false)}
        >
          <p>{t.removeLead(webhook.label)}</p>
        </Confirm>
      ) : null}
    </li>
  )
}
