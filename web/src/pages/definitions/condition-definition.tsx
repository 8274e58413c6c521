import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Condition } from '../../api/formula.types.ts'
import { conditionQuery } from '../../api/indicator.queries.ts'
import { seg } from '../../api/queries.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card, Page } from '../../ui/page.tsx'
import { Empty, Loaded, NoPermission, SkeletonPage } from '../../ui/states.tsx'
import { VersionsCard } from '../indicators/versions-card.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { definitionTexts } from './definition.texts.ts'
import { DefinitionDesk } from './definition-desk.tsx'

/** What a condition with a name means, 有效 or 高价值, to be changed with a trial before it counts. */
export function ConditionDefinition() {
  const t = useTexts(definitionTexts)
  const language = useLanguage()
  const { register, name } = useParams({ from: '/conditions/$register/$name' })
  const query = useQuery(conditionQuery(register, name))
  return (
    <Loaded
      query={query}
      skeleton={<SkeletonPage />}
      missing={<Empty alone icon="target" title={t.noCondition} />}
      alone
    >
      {(condition) =>
        condition.may.define ? (
          <Page
            title={t.title(condition.label)}
            lead={`${condition.meaning} ${t.conditionLead}`}
            crumbs={[{ to: '/indicators', label: t.indicators }]}
          >
            <DefinitionDesk<Condition>
              place={{
                subject: { register, condition: name },
                tree: 'holds',
                saveTo: `/conditions/${seg(register)}/${seg(name)}/versions`,
              }}
              tree={condition.tree as Condition}
              version={Math.max(0, ...condition.versions.map(({ version }) => version))}
              versions={condition.versions}
              decimals={2}
              sentence={condition.sentence[language]}
              onRefresh={() => query.refetch()}
              editor={(tree, onChange) => (
                <ConditionEditor condition={tree} register={register} path="" onChange={onChange} onRemove={null} />
              )}
            />
            {condition.usedBy.length === 0 ? null : (
              <Card title={t.usedBy} className="df-used">
                <ul className="card-body">
                  {condition.usedBy.map((one) => (
                    <li key={one.id}>
                      <Link to="/indicators/$code" params={{ code: one.id }}>
                        {one.label}
                      </Link>
                    </li>
                  ))}
                </ul>
              </Card>
            )}
            <div className="card pad df-used">
              <VersionsCard versions={condition.versions} />
            </div>
          </Page>
        ) : (
          <NoPermission detail={t.mayNot} />
        )
      }
    </Loaded>
  )
}
