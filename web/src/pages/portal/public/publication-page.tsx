import { fetchedPart } from '../../../ui/fetched-part.tsx'
import '../find/find.css'
import '../apply/apply.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMay } from '../../../api/queries.ts'
import { publicationQuery } from '../../../api/service.queries.ts'
import type { PublicationDetail } from '../../../api/service.types.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Empty, Loaded } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { ObjectionForm } from './objection-form.tsx'
import { publicTexts } from './public.texts.ts'

// for officers alone: visitors do not fetch it
const ObjectionAnswers = fetchedPart(() =>
  import('../../desk/objections/objection-answers.tsx').then((file) => file.ObjectionAnswers),
)

/** One result, and while they are taken the form for objections; who objected reads the answer here. */
export function PublicationPage() {
  const t = useTexts(publicTexts)
  const { publicationId } = useParams({ from: '/portal/publications/$publicationId' })
  const publication = useQuery(publicationQuery(publicationId))
  return (
    <Loaded query={publication} alone missing={<Empty alone title={t.noPublications} />}>
      {(data) => <Publication publication={data} />}
    </Loaded>
  )
}

function Publication({ publication }: { readonly publication: PublicationDetail }) {
  const t = useTexts(publicTexts)
  const language = useLanguage()
  const handles = useMay('matter.handle')
  const day = (date: string) => dateInWords(date, language)
  return (
    <PortalPage
      narrow
      title={publication.title}
      lead={`${publication.unit} · ${publication.typeLabel}`}
      crumbs={[{ to: '/publications', label: t.publications }]}
    >
      <div className="po-panel">
        {publication.demonstration ? <p className="po-demo">{t.demo}</p> : null}
        <dl className="po-facts">
          <div>
            <dt>{t.publishedOn}</dt>
            <dd>{day(publication.publishedOn)}</dd>
          </div>
          {publication.body.map(({ label, words }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="po-words">{words}</dd>
            </div>
          ))}
        </dl>
        {publication.withdrawnOn === null ? null : (
          <p className="light red">{t.withdrawn(day(publication.withdrawnOn), publication.withdrawnReason ?? '')}</p>
        )}
        <p className="po-note">
          {publication.objectionsUntil === null
            ? t.noObjections
            : publication.takesObjections
              ? t.until(day(publication.objectionsUntil))
              : t.closed}
          {publication.objections > 0 ? ` · ${t.objections(publication.objections)}` : ''}
        </p>
      </div>
      {publication.own.length === 0 ? null : (
        <section className="po-panel">
          <h2>{t.own}</h2>
          <ul>
            {publication.own.map((own) => (
              <li key={own.id}>
                <p className="po-words">{own.words}</p>
                <p className="po-fine">
                  {own.answer === null
                    ? t.waiting
                    : `${own.upheld === true ? t.upheld : t.notUpheld}：${own.answer}（${t.answered((own.answeredAt ?? '').slice(0, 10))}）`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {handles ? <ObjectionAnswers publicationId={publication.id} /> : null}
      {publication.takesObjections ? <ObjectionForm publicationId={publication.id} /> : null}
    </PortalPage>
  )
}
