import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { servicesQuery } from '../../../api/service.queries.ts'
import type { FoundService } from '../../../api/service.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Loaded } from '../../../ui/states.tsx'
import { homeTexts } from './home.texts.ts'

/** What anybody can do now, without an account; who handles it, how long it takes, what it costs. */
export function Today() {
  const t = useTexts(homeTexts)
  const services = useQuery(servicesQuery)
  return (
    <section aria-labelledby="h-today">
      <header className="po-band-head">
        <h2 id="h-today">{t.today}</h2>
        <p>{t.todayLead}</p>
        <Link to="/services/find">{t.all}</Link>
      </header>
      <Loaded query={services}>{(data) => <TodayTable services={data.services.filter(isForToday)} />}</Loaded>
      <p className="po-note">{t.todayNote}</p>
    </section>
  )
}

function isForToday({ isOpen, entrances }: FoundService): boolean {
  return isOpen && (entrances.includes('visit') || entrances.includes('anonymous'))
}

function TodayTable({ services }: { readonly services: readonly FoundService[] }) {
  const t = useTexts(homeTexts)
  return (
    <table className="po-services">
      <thead>
        <tr>
          <th scope="col">{t.service}</th>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.when}</th>
          <th scope="col">{t.cost}</th>
          <th scope="col">
            <span className="sr">{t.act}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <ServiceLine key={service.id} service={service} />
        ))}
        <PlatformLine label={t.test} about={t.testAbout} who={t.here} act={t.goTest} to="/eligibility" />
        <PlatformLine label={t.check} about={t.checkAbout} who={t.here} act={t.goCheck} to="/verify" />
        <PlatformLine label={t.take} about={t.takeAbout} who={t.hall} act={t.goTake} to="/tickets" />
      </tbody>
    </table>
  )
}

function ServiceLine({ service }: { readonly service: FoundService }) {
  const t = useTexts(homeTexts)
  const language = useLanguage()
  const label = language === 'zh' ? service.label : service.labelEn
  return (
    <tr>
      <th scope="row">
        <Link to="/services/$type" params={{ type: service.id }}>
          {label}
        </Link>
        <span>{service.entrances.includes('anonymous') ? t.anonymous : service.about}</span>
      </th>
      <td className="who">{service.unit.name}</td>
      <td>{service.promised}</td>
      <td>{service.fee}</td>
      <td>
        {service.id === 'training-enrolment' ? (
          <Link className="po-go" to="/trainings" aria-label={`${t.goLook}：${label}`}>
            {t.goLook}
          </Link>
        ) : (
          <Link
            className="po-go"
            to="/services/$type/apply"
            params={{ type: service.id }}
            aria-label={`${t.go}：${label}`}
          >
            {t.go}
          </Link>
        )}
      </td>
    </tr>
  )
}

interface PlatformLineProps {
  readonly label: string
  readonly about: string
  readonly who: string
  readonly act: string
  readonly to: NonNullable<LinkProps['to']>
}

function PlatformLine({ label, about, who, act, to }: PlatformLineProps) {
  const t = useTexts(homeTexts)
  return (
    <tr>
      <th scope="row">
        <Link to={to}>{label}</Link>
        <span>{about}</span>
      </th>
      <td className="who">{who}</td>
      <td>{t.atOnce}</td>
      <td>{t.free}</td>
      <td>
        <Link className="po-go" to={to} aria-label={`${act}：${label}`}>
          {act}
        </Link>
      </td>
    </tr>
  )
}
