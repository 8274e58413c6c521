import type { Problem } from '../../api/client.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { reportTexts } from './report.texts.ts'
import type { Saving } from './use-report-draft.ts'

/** Whether the server has what stands in the form, and if not, why not. Said aloud when it changes for the worse. */
export function SaveState({ saving }: { readonly saving: Saving }) {
  const t = useTexts(reportTexts)
  if (saving.kind === 'failed') return <NotSaved problem={saving.problem} />
  const words =
    saving.kind === 'saved'
      ? t.saved(instantInCounty(saving.at).slice(11))
      : saving.kind === 'saving'
        ? t.saving
        : saving.kind === 'typing'
          ? t.typing
          : saving.kind === 'conflict'
            ? t.failed
            : t.untouched
  return (
    <p className="rp-saving" data-kind={saving.kind} role="status">
      {words}
    </p>
  )
}

function NotSaved({ problem }: { readonly problem: Problem }) {
  const t = useTexts(reportTexts)
  const { status, message } = problem
  return (
    <p className="rp-saving" data-kind="failed" role="alert">
      {status === 0 ? t.failedOffline : status === 401 ? t.failedSession : message === '' ? t.failed : message}
      {status === 401 ? (
        <>
          {' '}
          <a href={`/sign-in?next=${encodeURIComponent(location.pathname)}`}>{t.signIn}</a>
        </>
      ) : null}
    </p>
  )
}
