import './registers.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMay } from '../../api/queries.ts'
import { registersQuery } from '../../api/register.queries.ts'
import type { RegisterRow } from '../../api/register.types.ts'
import type { Area } from '../../api/types.gen.ts'
import { formatFigure } from '../../format/amounts.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { labelOf } from './field-words.ts'
import { present } from './list-state.ts'
import { registersTexts } from './registers.texts.ts'

const areas: readonly Area[] = ['management', 'creation', 'protection', 'utilization', 'services', 'talent', 'region']

/** 名录总览: every register under its area, with how many records it holds and when it last changed. */
export function RegistersPage() {
  const t = useTexts(registersTexts)
  const mayImport = useMay('register.manage')
  const query = useQuery(registersQuery)
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <PrintButton />
          {mayImport ? (
            <Link to="/register-imports" className="btn">
              {t.imports}
            </Link>
          ) : null}
        </>
      }
    >
      <Loaded query={query} skeleton={<SkeletonPage />}>
        {({ registers }) =>
          registers.length === 0 ? (
            <Empty icon="journal" title={t.noneYet}>
              {t.noneYetLead}
            </Empty>
          ) : (
            <Index registers={registers} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Index({ registers }: { readonly registers: readonly RegisterRow[] }) {
  const t = useTexts(registersTexts)
  const common = useCommon()
  const navigate = useNavigate()
  const { area, q } = useSearch({ from: '/registers' })
  const found = registers.filter((one) => matches(one, q ?? ''))
  const shown = found.filter((one) => area === undefined || one.area === area)
  const go = (search: { area?: string | undefined; q?: string | undefined }) =>
    void navigate({ to: '/registers', search: present({ area, q, ...search }), replace: true })
  return (
    <>
      <Filters>
        <label>
          <span className="sr">{t.search}</span>
          <input
            type="search"
            className="rg-find"
            placeholder={t.search}
            value={q ?? ''}
            onChange={(event) => go({ q: event.target.value === '' ? undefined : event.target.value })}
          />
        </label>
        <Chips
          label={t.every}
          value={area ?? ''}
          onChange={(value) => go({ area: value === '' ? undefined : value })}
          choices={[
            { value: '', label: t.every, count: found.length },
            ...areas
              .map((each) => ({
                value: each as string,
                label: common.areas[each],
                count: found.filter((one) => one.area === each).length,
              }))
              .filter(({ count }) => count > 0),
          ]}
        />
      </Filters>
      {shown.length === 0 ? (
        <Empty
          icon="search"
          title={t.empty}
          actions={
            <button type="button" className="btn" onClick={() => go({ area: undefined, q: undefined })}>
              {t.showAll}
            </button>
          }
        >
          {t.emptyLead}
        </Empty>
      ) : (
        <div className="rg-index">
          {areas.map((each) => (
            <AreaCard key={each} area={each} registers={shown.filter((one) => one.area === each)} />
          ))}
        </div>
      )}
    </>
  )
}

function AreaCard({ area, registers }: { readonly area: Area; readonly registers: readonly RegisterRow[] }) {
  const t = useTexts(registersTexts)
  const common = useCommon()
  if (registers.length === 0) return null
  return (
    <section className="card rg-area" aria-labelledby={`area-${area}`}>
      <header className="card-head">
        <h2 id={`area-${area}`} className="area-tag">
          {common.areas[area]}
        </h2>
        <p className="quiet">{t.registers(registers.length)}</p>
      </header>
      <ul className="rows">
        {registers.map((register) => (
          <RegisterLine key={register.id} register={register} />
        ))}
      </ul>
    </section>
  )
}

function RegisterLine({ register }: { readonly register: RegisterRow }) {
  const t = useTexts(registersTexts)
  const language = useLanguage()
  return (
    <li>
      <div>
        <Link to="/registers/$register" params={{ register: register.id }} className="rg-name">
          {labelOf(register, language)}
        </Link>
        <p className="quiet small rg-about" title={register.about}>
          {register.about}
        </p>
      </div>
      <p className="rg-count">
        {register.records === null || register.records === 0 ? (
          <span className="missing brief">
            <span>{t.noRecords}</span>
          </span>
        ) : (
          <>
            <b>{formatFigure(register.records)}</b> <span className="quiet small">{register.countUnit}</span>
          </>
        )}
        {register.changedAt === null ? null : (
          <time className="quiet small" dateTime={register.changedAt} title={instantInCounty(register.changedAt)}>
            {t.changed(instantInCounty(register.changedAt).slice(0, 10))}
          </time>
        )}
      </p>
    </li>
  )
}

function matches(register: RegisterRow, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return true
  return [
    register.label,
    register.labelEn,
    register.about,
    register.recordLabel,
    register.id,
    ...register.systems,
  ].some((text) => text.toLowerCase().includes(wanted))
}
