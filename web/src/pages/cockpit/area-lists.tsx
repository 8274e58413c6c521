import { Link } from '@tanstack/react-router'
import type { LivingCockpit, TargetProgress } from '../../api/types.gen.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { LightMark } from '../../ui/light.tsx'
import { ReadingValue } from '../../ui/reading.tsx'
import { cockpitTexts } from './cockpit.texts.ts'
import { CutOff } from './cut-off.tsx'
import { Goal } from './goal.tsx'
import { LightOf, rowsByArea } from './target-sheet.tsx'

/** On a phone: each area folds away, and says closed how many of its targets have which light. */
export function AreaLists({ cockpit }: { readonly cockpit: LivingCockpit }) {
  const t = useTexts(cockpitTexts)
  const common = useCommon()
  return (
    <section className="ck-areas">
      <header className="ck-head">
        <h2>{t.targetsTitle}</h2>
        <p>{t.byArea}</p>
      </header>
      {rowsByArea(cockpit).map(([area, rows]) => (
        <details key={area}>
          <summary>
            <b>{common.areas[area]}</b>
            <AreaLights progress={rows.flatMap((row) => row.progress ?? [])} />
          </summary>
          <ul>
            {rows.map(({ target, progress }) => (
              <li key={target.itemId}>
                <Link to="/targets/$itemId" params={{ itemId: target.itemId }}>
                  {target.shortName}
                </Link>
                <span className="ck-area-value">
                  <b>
                    <ReadingValue reading={progress?.current ?? null} brief />
                  </b>
                  <span className="quiet">
                    {' / '}
                    <Goal amount={target.amount} /> {target.amount.unit}
                  </span>
                </span>
                <span className="ck-area-state">
                  {progress === undefined ? null : <LightOf progress={progress} />}
                  <CutOff reading={progress?.current ?? null} today={cockpit.today} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

function AreaLights({ progress }: { readonly progress: readonly TargetProgress[] }) {
  const t = useTexts(cockpitTexts)
  return (
    <span className="ck-area-lights">
      {(['red', 'amber', 'grey', 'green'] as const).map((light) => {
        const count = progress.filter((one) => one.light === light).length
        return count === 0 ? null : <LightMark key={light} light={light} word={t.lightCount(count, light)} />
      })}
    </span>
  )
}
