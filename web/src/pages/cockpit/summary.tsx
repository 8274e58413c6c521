import { Link } from '@tanstack/react-router'
import type { Cockpit } from '../../api/types.gen.ts'
import { dayInWords } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { cockpitTexts } from './cockpit.texts.ts'

/** What a leader reads in five seconds. */
export function Sentence({ cockpit }: { readonly cockpit: Cockpit }) {
  const t = useTexts(cockpitTexts)
  const language = useLanguage()
  const current = cockpit.phases.find((phase) => phase.state === 'current')
  const coming = cockpit.phases.find((phase) => phase.state === 'coming')
  const parts: string[] = []
  if (current !== undefined) {
    parts.push(
      t.phaseLeft(current.name, current.days ?? 0, current.end === null ? '' : dayInWords(current.end, language)),
    )
    if (coming !== undefined && coming.start !== null)
      parts.push(t.next(coming.name, dayInWords(coming.start, language)))
  }
  if (cockpit.daysLeft > 0) parts.push(t.programmeLeft(cockpit.daysLeft))
  else if (cockpit.daysLeft === 0) parts.push(t.programmeLast)
  else parts.push(t.programmeOver(-cockpit.daysLeft))
  parts.push(t.carried(cockpit.targets.length, cockpit.milestones.total, cockpit.tasks.length, cockpit.units.length))
  parts.push(t.near(cockpit.milestones.dueSoon, cockpit.milestones.warningDays))
  return <p className="ck-sentence">{emphasised(parts.join('').replace(/^[，。,.:：]\s*/, ''))}</p>
}

/** Between two stars stands what stands out. */
function emphasised(sentence: string) {
  return sentence.split('*').map((part, index) => {
    const Tag = index % 2 === 1 ? 'b' : 'span'
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no identity but their place
    return <Tag key={index}>{part}</Tag>
  })
}

export function Tally({ cockpit }: { readonly cockpit: Cockpit }) {
  const t = useTexts(cockpitTexts)
  const { milestones } = cockpit
  const areas = new Set(cockpit.targets.map((target) => target.area)).size
  const groups = new Set(cockpit.tasks.map((task) => task.group)).size
  const figures = [
    { to: '/targets', figure: cockpit.targets.length, label: t.tally.targets, note: t.tallyTargets(areas) },
    {
      to: '/milestones',
      figure: milestones.total,
      label: t.tally.milestones,
      note: t.tallyMilestones(milestones.achieve, milestones.strive),
    },
    { to: '/tasks', figure: cockpit.tasks.length, label: t.tally.tasks, note: t.tallyTasks(groups) },
    {
      to: '/organisations',
      figure: cockpit.units.length,
      label: t.tally.units,
      note: t.tallyUnits(cockpit.units.filter((unit) => unit.leads > 0).length),
    },
  ]
  return (
    <ul className="ck-tally">
      {figures.map(({ to, figure, label, note }) => (
        <li key={to}>
          <Link to={to}>
            <b>{figure}</b>
            <span>{label}</span>
            <small>{note}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}
