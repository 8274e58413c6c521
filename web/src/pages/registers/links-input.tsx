import type { FieldRow } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { labelOf, linksOf } from './field-words.ts'
import { formTexts } from './form.texts.ts'
import { LinkPicker } from './link-picker.tsx'
import { registersTexts } from './registers.texts.ts'

interface LinksInputProps {
  readonly id: string
  readonly field: FieldRow
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** Several records of another register, in order. */
export function LinksInput({ id, field, value, onChange }: LinksInputProps) {
  const t = useTexts(formTexts)
  const shared = useTexts(registersTexts)
  const language = useLanguage()
  const links = linksOf(value)
  return (
    <div className="fm-links">
      {links.length === 0 ? null : (
        <ol>
          {links.map((link, index) => (
            <li key={`${link.id ?? ''}${link.name}`}>
              <span>{link.name}</span>
              {link.id === null ? (
                <span className="kind-tag open" title={shared.unknownLink}>
                  {shared.unknownLink}
                </span>
              ) : null}
              <button
                type="button"
                className="ls-chip-off"
                aria-label={t.removeFile(link.name)}
                onClick={() => onChange(links.filter((_one, at) => at !== index))}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ol>
      )}
      <LinkPicker
        // a new field after every choice, so that the next one begins empty
        key={links.length}
        id={id}
        free
        register={field.register ?? ''}
        label={labelOf(field, language)}
        value={null}
        onChange={(link) => {
          if (link !== null && !links.some(({ id: known, name }) => known === link.id && name === link.name))
            onChange([...links, link])
        }}
      />
    </div>
  )
}
