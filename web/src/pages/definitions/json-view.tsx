import { useState } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { definitionTexts } from './definition.texts.ts'

interface JsonViewProps {
  readonly tree: unknown
  readonly onChange: (tree: unknown) => void
}

/** The tree as text, for who would rather type it. What is no JSON stays here and changes nothing. */
export function JsonView({ tree, onChange }: JsonViewProps) {
  const t = useTexts(definitionTexts)
  const [text, setText] = useState(() => JSON.stringify(tree, null, 2))
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const type = (next: string) => {
    setText(next)
    try {
      const parsed: unknown = JSON.parse(next)
      if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('{ … }')
      setWrong(undefined)
      onChange(parsed)
    } catch (cause) {
      setWrong(t.jsonBad(cause instanceof Error ? cause.message : String(cause)))
    }
  }
  return (
    <Field label={t.json} help={t.jsonHelp} error={wrong}>
      <textarea
        className="df-json"
        spellCheck={false}
        value={text}
        rows={Math.min(Math.max(text.split('\n').length + 1, 12), 40)}
        onChange={(event) => type(event.target.value)}
      />
    </Field>
  )
}
