import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { registerQuery } from '../../../api/register.queries.ts'
import type { RecordRow } from '../../../api/register.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { valueWords } from '../../registers/field-words.ts'
import { publicTexts } from './public.texts.ts'
import type { PublicRegister } from './public-registers.ts'

/** What of an entry is told in the second line, in this order. */
const told: Record<PublicRegister, readonly string[]> = {
  expert: ['specialities', 'employer'],
  'technical-investigator': ['specialities', 'employer'],
  workstation: ['kinds', 'duties', 'address'],
  'service-agency': ['agencyTypes', 'address', 'phone'],
}

interface EntryLineProps {
  readonly register: PublicRegister
  readonly row: RecordRow
}

/** An expert or an agency, by the fields of its register that everybody may read. */
export function EntryLine({ register, row }: EntryLineProps) {
  const t = useTexts(publicTexts)
  const language = useLanguage()
  const fields = useQuery(registerQuery(register)).data?.fields ?? []
  const person = register === 'expert' || register === 'technical-investigator'
  const words = told[register].flatMap((name) => {
    const field = fields.find((one) => one.name === name)
    const value = row.values[name]
    return field === undefined || value === null || value === undefined ? [] : [valueWords(field, value, language)]
  })
  return (
    <li>
      <span className={person ? 'mark' : 'mark org'} aria-hidden="true">
        {person ? row.label.slice(0, 1) : register === 'workstation' ? '站' : '代'}
      </span>
      <div>
        <b>{row.label}</b> {row.demonstration ? <span className="po-demo">{t.demo}</span> : null}
        <p>{words.filter((one) => one !== '').join(language === 'zh' ? '；' : '; ')}</p>
      </div>
      {person ? (
        <Link to="/services/$type/apply" params={{ type: 'expert-question' }} aria-label={`${t.askThem} ${row.label}`}>
          {t.askThem}
        </Link>
      ) : null}
    </li>
  )
}
