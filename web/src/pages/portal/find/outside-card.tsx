import type { OutsideOffice } from '../../../api/service.types.ts'
import { useTexts } from '../../../i18n/language.ts'
import { ToFill } from '../frame/portal-foot.tsx'
import { findTexts } from './find.texts.ts'

/** Who does it, where it is not done here: nobody is sent away without a place to go. */
export function OutsideCard({ outside }: { readonly outside: OutsideOffice }) {
  const t = useTexts(findTexts)
  const facts = [
    { label: t.office, words: outside.office },
    { label: t.phone, words: outside.phone },
    { label: t.address, words: outside.address },
    { label: t.site, words: outside.site },
    { label: t.time, words: outside.time },
    { label: t.cost, words: outside.cost },
  ]
  return (
    <li className="po-panel">
      <h3>{outside.label}</h3>
      <p>{outside.about}</p>
      <dl className="po-facts">
        {facts.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words === null ? <ToFill /> : words}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
