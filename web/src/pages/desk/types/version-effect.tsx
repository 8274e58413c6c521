import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { effectQuery, publishVersion, refreshTypes } from '../../../api/matter-type.queries.ts'
import type { VersionEffectView } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Card } from '../../../ui/page.tsx'
import { Loaded } from '../../../ui/states.tsx'
import { ReasonDialog } from '../../reports/reason-dialog.tsx'
import { typesTexts } from './types.texts.ts'

/** What a version changed, and what that means for what is in hand. */
export function VersionEffect({ type, version }: { readonly type: string; readonly version: string }) {
  const query = useQuery(effectQuery(type, version))
  return <Loaded query={query}>{(effect) => <EffectWords effect={effect} />}</Loaded>
}

/** The version that waits: its effect is read before it can be published. */
export function NextVersion({ type }: { readonly type: string }) {
  const t = useTexts(typesTexts)
  const query = useQuery(effectQuery(type, 'next'))
  const [asking, setAsking] = useState(false)
  const publish = useMutation<unknown, Problem, string>({
    mutationFn: (reason) => publishVersion(type, reason, query.data?.seen ?? ''),
    onSuccess: async () => {
      setAsking(false)
      await refreshTypes()
    },
    onError: () => void query.refetch(),
  })
  return (
    <Card title={t.next} note={t.nextLead} className="ty-next">
      <Loaded query={query}>
        {(effect) => (
          <div className="card-body prose">
            <EffectWords effect={effect} />
            <p>
              <button type="button" className="btn primary" onClick={() => setAsking(true)}>
                {t.publish}
              </button>
            </p>
          </div>
        )}
      </Loaded>
      {asking ? (
        <ReasonDialog
          title={t.publish}
          label={t.reason}
          help={t.publishHelp}
          action={t.publish}
          busy={publish.isPending}
          problem={publish.error}
          onSend={(reason) => publish.mutate(reason)}
          onClose={() => setAsking(false)}
        >
          <p className="quiet">{t.publishLead}</p>
        </ReasonDialog>
      ) : null}
    </Card>
  )
}

function EffectWords({ effect }: { readonly effect: VersionEffectView }) {
  const t = useTexts(typesTexts)
  return (
    <div className="ty-effect">
      <div>
        <h3>{t.differences}</h3>
        {effect.fromVersion === null ? <p className="quiet">{t.firstVersion}</p> : null}
        {effect.fromVersion !== null && effect.differences.length === 0 ? (
          <p className="quiet">{t.noDifferences}</p>
        ) : null}
        <ul>
          {effect.differences.map((one) => (
            <li key={`${one.kind}${one.id}`}>{one.words}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t.inHand}</h3>
        <ul>
          {effect.words.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
