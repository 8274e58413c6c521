import { type KeyboardEvent, type ReactNode, useRef } from 'react'

export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
  readonly count?: number
  readonly title?: string
}

interface ChipsProps<T extends string> {
  readonly label: string
  readonly choices: readonly Choice<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** One of a few, as chips that say how many each would show. */
export function Chips<T extends string>({ label, choices, value, onChange }: ChipsProps<T>) {
  return (
    <fieldset className="chips">
      <legend className="sr">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className="chip"
          aria-pressed={choice.value === value}
          title={choice.title}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
          {choice.count === undefined ? null : <span className="chip-count">{choice.count}</span>}
        </button>
      ))}
    </fieldset>
  )
}

interface TabsProps<T extends string> extends ChipsProps<T> {
  /** id of the panel that the tabs fill */
  readonly panel: string
}

/** Tabs over one panel; arrows move, as the pattern for tabs asks. */
export function Tabs<T extends string>({ label, choices, value, onChange, panel }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const index = choices.findIndex((choice) => choice.value === value)
    const next = choices[(index + step + choices.length) % choices.length]
    if (next === undefined) return
    onChange(next.value)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.value}"]`)?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} ref={list}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="tab"
          id={`${panel}-${choice.value}`}
          data-tab={choice.value}
          aria-selected={choice.value === value}
          aria-controls={panel}
          tabIndex={choice.value === value ? 0 : -1}
          onKeyDown={move}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
          {choice.count === undefined ? null : <span className="tab-count">{choice.count}</span>}
        </button>
      ))}
    </div>
  )
}

export function Filters({ children }: { readonly children: ReactNode }) {
  return <div className="filters no-print">{children}</div>
}
