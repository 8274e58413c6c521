import './link-picker.css'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { recordsQuery } from '../../api/register.queries.ts'
import { defineTexts, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { type LinkValue, linkOf } from './field-words.ts'
import { useSettled } from './use-settled.ts'

const words = defineTexts(
  {
    type: '输入名称或编号的一部分',
    none: '没有找到',
    keep: (name: string) => `就写“${name}”，以后再对应`,
    remove: (name: string) => `去掉 ${name}`,
    unmatched: '未对应',
  },
  {
    type: 'Type part of the name or number',
    none: 'Nothing found',
    keep: (name) => `Write “${name}” and match it later`,
    remove: (name) => `Remove ${name}`,
    unmatched: 'not matched',
  },
)

interface LinkPickerProps {
  readonly register: string
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: LinkValue | null) => void
  readonly id?: string
  /** a name that no record has may be written as it is */
  readonly free?: boolean
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
}

/** A record of another register, found while one types: a combobox whose list keeps the focus in the field. */
export function LinkPicker({ register, label, value, onChange, id, free = false, ...aria }: LinkPickerProps) {
  const t = useTexts(words)
  const list = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const chosen = linkOf(value)
  const q = useSettled(typed.trim(), 200)
  const found = useQuery({
    ...recordsQuery(register, { q }, 8),
    enabled: open && q !== '',
    placeholderData: (previous) => previous,
  })
  const options: readonly LinkValue[] = [
    ...(q === '' ? [] : (found.data?.rows ?? []).map((row) => ({ id: row.id, name: row.label }))),
    ...(free && typed.trim() !== '' ? [{ id: null, name: typed.trim() }] : []),
  ]
  const choose = (option: LinkValue | undefined) => {
    if (option === undefined) return
    onChange(option)
    setTyped('')
    setOpen(false)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt((at + step + options.length) % Math.max(options.length, 1))
    } else if (event.key === 'Enter' && open && typed !== '' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choose(options[Math.min(at, options.length - 1)])
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  if (chosen !== null)
    return (
      <span className="lk-chosen">
        <span>{chosen.name}</span>
        {chosen.id === null ? <span className="kind-tag open">{t.unmatched}</span> : null}
        <button type="button" className="ls-chip-off" aria-label={t.remove(chosen.name)} onClick={() => onChange(null)}>
          <Icon name="close" size={14} />
        </button>
      </span>
    )
  return (
    <div className="lk-pick">
      <input
        {...aria}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={id === undefined ? label : undefined}
        aria-expanded={open && options.length > 0}
        aria-controls={list}
        aria-activedescendant={open && options.length > 0 ? `${list}-${Math.min(at, options.length - 1)}` : undefined}
        placeholder={t.type}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setAt(0)
        }}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      />
      <div className="lk-list" id={list} role="listbox" aria-label={label} hidden={!open || typed.trim() === ''}>
        {options.map((option, index) => (
          <div
            key={`${option.id ?? 'free'}${option.name}`}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="lk-option"
            onMouseMove={() => setAt(index)}
            onMouseDown={(event) => {
              // before the field loses the focus
              event.preventDefault()
              choose(option)
            }}
          >
            {option.id === null ? <span className="quiet">{t.keep(option.name)}</span> : option.name}
          </div>
        ))}
        {options.length === 0 && found.isSuccess ? <p className="quiet small lk-none">{t.none}</p> : null}
      </div>
    </div>
  )
}
