import { Link } from '@tanstack/react-router'
import { useTexts } from '../../i18n/language.ts'
import { Empty } from '../../ui/states.tsx'
import { registersTexts } from './registers.texts.ts'

export function NoRegister() {
  const t = useTexts(registersTexts)
  return (
    <Empty
      icon="question"
      alone
      title={t.missingTitle}
      actions={
        <Link to="/registers" className="btn primary">
          {t.toIndex}
        </Link>
      }
    >
      {t.missingLead}
    </Empty>
  )
}
