import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { post } from '../../api/client.ts'
import { queryClient, useMay, useSession } from '../../api/queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Empty, Refusal } from '../../ui/states.tsx'
import { cockpitTexts } from './cockpit.texts.ts'

/** What stands in place of the programme until a plan is adopted, and how to get there. */
export function NoProgramme({ alone = false }: { readonly alone?: boolean }) {
  const t = useTexts(cockpitTexts)
  const session = useSession()
  const navigate = useNavigate()
  const mayReview = useMay('plan.review')
  const mayAdopt = useMay('plan.adopt')
  const load = useMutation({
    mutationFn: () => post('/plan-imports/county'),
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      void navigate({ to: '/' })
    },
  })
  const offersCounty = mayAdopt && session?.countyPlanAvailable === true
  return (
    <div className={alone ? 'page' : undefined}>
      <Refusal problem={load.error} />
      <Empty
        alone={alone}
        title={t.emptyTitle}
        actions={
          mayReview ? (
            <>
              <Link to="/imports" className="btn primary">
                {t.upload}
              </Link>
              {offersCounty ? (
                <button type="button" className="btn" disabled={load.isPending} onClick={() => load.mutate()}>
                  {t.county}
                </button>
              ) : null}
            </>
          ) : session?.account === null ? (
            <Link to="/sign-in" className="btn primary">
              {t.signIn}
            </Link>
          ) : undefined
        }
      >
        <p>{mayReview ? t.emptyLead : t.emptyVisitor}</p>
        {offersCounty ? <p className="small">{`${t.county}：${t.countyHelp}`}</p> : null}
      </Empty>
    </div>
  )
}
