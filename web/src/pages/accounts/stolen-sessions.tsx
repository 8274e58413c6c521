import { useMutation } from '@tanstack/react-query'
import { post } from '../../api/client.ts'
import { queryClient, seg } from '../../api/queries.ts'
import type { OwnAccount } from '../../api/session.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { Refusal } from '../../ui/states.tsx'
import { meTexts } from './me.texts.ts'

/** Sessions that turned up in another browser and were ended; each stays until its owner has taken note. */
export function StolenSessions({ sessions }: { readonly sessions: OwnAccount['stolenSessions'] }) {
  const t = useTexts(meTexts)
  const note = useMutation({
    mutationFn: (id: string) => post(`/sessions/${seg(id)}/acknowledgement`),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['own-account'] })
      await queryClient.invalidateQueries({ queryKey: ['session'] })
    },
  })
  if (sessions.length === 0) return null
  return (
    <section className="refusal stolen" role="alert">
      <h2>{t.stolenTitle}</h2>
      <Refusal problem={note.error} />
      <ul>
        {sessions.map((one) => (
          <li key={one.sessionId}>
            <p>{t.stolen(instantInCounty(one.endedAt), one.usedFrom, one.openedIn)}</p>
            <button
              type="button"
              className="btn small-btn"
              disabled={note.isPending}
              onClick={() => note.mutate(one.sessionId)}
            >
              {t.noted}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
