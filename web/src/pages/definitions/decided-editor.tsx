import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Decided } from '../../api/formula.types.ts'
import { parametersQuery } from '../../api/queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { definitionTexts } from './definition.texts.ts'
import { useParameterKeys } from './desk-context.ts'
import { Pick, TypeIn } from './pickers.tsx'

interface DecidedEditorProps<Node> {
  readonly decided: Decided<Node>
  readonly onChange: (decided: Decided<Node>) => void
  /** what a new case begins with */
  readonly fresh: Node
  readonly children: (node: Node, set: (node: Node) => void, name: string) => ReactNode
}

/** By the county's decision: one card for each value that its parameter can have. */
export function DecidedEditor<Node>({ decided, onChange, fresh, children }: DecidedEditorProps<Node>) {
  const t = useTexts(definitionTexts)
  const keys = useParameterKeys()
  const now = useQuery(parametersQuery).data?.parameters.find(({ key }) => key === decided.parameter)
  const names = Object.keys(decided.cases)
  return (
    <div className="df-inside">
      <span className="df-row">
        <Pick
          label={t.parameter}
          value={decided.parameter}
          onChange={(parameter) => onChange({ ...decided, parameter })}
          options={keys.map(({ key, label }) => ({ value: key, label }))}
        />
        <Pick
          label={t.otherwise}
          value={decided.otherwise}
          onChange={(otherwise) => onChange({ ...decided, otherwise })}
          options={names.map((name) => ({ value: name, label: name }))}
        />
        {now === undefined ? null : <span className="quiet small">{t.inForce(String(now.choice ?? now.value))}</span>}
      </span>
      {names.map((name) => (
        <div key={name} className="df-case">
          <TypeIn
            label={t.whenIs}
            width="short"
            value={name}
            onChange={(next) => {
              if (next === '' || names.includes(next)) return
              const cases = Object.fromEntries(
                Object.entries(decided.cases).map(([each, node]) => [each === name ? next : each, node]),
              )
              onChange({ ...decided, cases, otherwise: decided.otherwise === name ? next : decided.otherwise })
            }}
          />
          {children(
            decided.cases[name] ?? fresh,
            (node) => onChange({ ...decided, cases: { ...decided.cases, [name]: node } }),
            name,
          )}
        </div>
      ))}
      <button
        type="button"
        className="btn small-btn"
        onClick={() => onChange({ ...decided, cases: { ...decided.cases, [freshName(names)]: fresh } })}
      >
        <Icon name="plus" size={14} />
        {t.addCase}
      </button>
    </div>
  )
}

function freshName(names: readonly string[]): string {
  let number = names.length + 1
  while (names.includes(`case${number}`)) number += 1
  return `case${number}`
}
