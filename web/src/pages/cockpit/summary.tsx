import { Link } from '@tanstack/react-router'
import type { LivingCockpit } from '../../api/types.gen.ts'
import { dayInWords } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { LightMark } from '../../ui/light.tsx'
import { cockpitTexts } from './cockpit.texts.ts'

/** What a leader reads in five seconds: the phase, the days, how many stand how, and what to push. */
export function Sentence({ cockpit }: { readonly cockpit: LivingCockpit }) {
  const t = useTexts(cockpitTexts)
  const language = useLanguage()
  const current = cockpit.phases.find((phase) => phase.state === 'current')
  const coming = cockpit.phases.find((phase) => phase.state === 'coming')
  const parts: string[] = []
  if (current !== undefined) {
    parts.push(t.phaseLeft(current.name, current.days ?? 0))
    if (coming?.start != null)
      parts.push(t.next(coming.name, dayInWords(coming.start, language).replace(/1日$|^1 /, '')))
  }
  if (cockpit.daysLeft > 0) parts.push(t.programmeLeft(cockpit.daysLeft))
  else if (cockpit.daysLeft === 0) parts.push(t.programmeLast)
  else parts.push(t.programmeOver(-cockpit.daysLeft))
  const { lights, met, forecastMet, worst } = cockpit.progress
  const total = cockpit.targets.length
  if (lights.grey === total) parts.push(t.nothingYet(total))
  else {
    parts.push(t.standing({ total, met, ...lights }))
    if (cockpit.daysLeft >= 0) parts.push(t.forecast(forecastMet))
    if (worst.length > 0) parts.push(t.push(worst.slice(0, 2).map((one) => shortNameOf(cockpit, one.itemId, one.name))))
  }
  return <p className="ck-sentence">{emphasised(parts.join('').replace(/^[，。,.:：;；]\s*/, ''))}</p>
}

function shortNameOf(cockpit: LivingCockpit, itemId: string, name: string): string {
  return cockpit.targets.find((target) => target.itemId === itemId)?.shortName ?? name
}

/** Between two stars stands what stands out. */
function emphasised(sentence: string) {
  return sentence.split('*').map((part, index) => {
    const Tag = index % 2 === 1 ? 'b' : 'span'
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no identity but their place
    return <Tag key={index}>{part}</Tag>
  })
}

/** How many targets have which light; each count opens the list of those. */
export function Tally({ cockpit }: { readonly cockpit: LivingCockpit }) {
  const t = useTexts(cockpitTexts)
  const { lights } = cockpit.progress
  return (
    <ul className="ck-tally" aria-label={t.tallyLabel(cockpit.targets.length)}>
      {(['green', 'amber', 'red', 'grey'] as const).map((light) => (
        <li key={light}>
          <Link to="/targets" search={{ light }}>
            <b>{lights[light]}</b>
            <LightMark light={light} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
