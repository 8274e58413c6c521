import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Formula } from '../../api/formula.types.ts'
import { indicatorQuery } from '../../api/indicator.queries.ts'
import { seg } from '../../api/queries.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Page } from '../../ui/page.tsx'
import { Loaded, NoPermission, SkeletonPage } from '../../ui/states.tsx'
import { definitionTexts } from './definition.texts.ts'
import { DefinitionDesk } from './definition-desk.tsx'
import { FormulaEditor } from './formula-editor.tsx'

/** How an indicator is computed, to be changed with a trial before it counts. */
export function IndicatorDefinition() {
  const t = useTexts(definitionTexts)
  const language = useLanguage()
  const { code } = useParams({ from: '/indicators/$code/definition' })
  const query = useQuery(indicatorQuery(code))
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} alone>
      {(detail) =>
        detail.may.define ? (
          <Page
            title={t.title(language === 'zh' ? detail.label : detail.labelEn)}
            lead={t.lead}
            crumbs={[
              { to: '/indicators', label: t.indicators },
              { to: `/indicators/${seg(code)}`, label: language === 'zh' ? detail.label : detail.labelEn },
            ]}
          >
            <DefinitionDesk<Formula>
              place={{
                subject: { indicator: detail.id },
                tree: 'formula',
                saveTo: `/indicators/${seg(detail.id)}/versions`,
              }}
              tree={detail.tree as Formula}
              version={Math.max(0, ...detail.versions.map(({ version }) => version))}
              versions={detail.versions}
              decimals={detail.decimals}
              sentence={detail.sentence[language]}
              onRefresh={() => query.refetch()}
              editor={(tree, onChange) => (
                <FormulaEditor formula={tree} path="" part={null} onChange={onChange} onRemove={null} />
              )}
            />
          </Page>
        ) : (
          <NoPermission detail={t.mayNot} />
        )
      }
    </Loaded>
  )
}
