import { type ReactNode, useState } from 'react'
import { useLanguage } from '../i18n/language.ts'

interface FirstFewProps<T> {
  readonly rows: readonly T[]
  /** how many stand open */
  readonly most: number
  readonly className: string
  readonly children: (row: T) => ReactNode
}

const words = {
  zh: (left: number) => `再看其余 ${left} 条`,
  en: (left: number) => `Show the other ${left}`,
}

/** A list whose newest entries are what one comes for; the rest opens on request. */
export function FirstFew<T>({ rows, most, className, children }: FirstFewProps<T>) {
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const left = rows.length - most
  // one more entry takes no more room than the button that would hide it
  const shown = all || left <= 1 ? rows : rows.slice(0, most)
  return (
    <>
      <ul className={className}>{shown.map(children)}</ul>
      {shown.length === rows.length ? null : (
        <p className="card-body no-print">
          <button type="button" className="text-btn" onClick={() => setAll(true)}>
            {words[language](left)}
          </button>
        </p>
      )}
    </>
  )
}
