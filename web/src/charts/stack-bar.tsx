import './charts.css'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export interface StackPart {
  readonly key: string
  readonly label: ReactNode
  readonly count: number
  /** colour and pattern: fill-1 … in charts.css */
  readonly fill: string
  /** where the number comes from; null where nothing stands behind it */
  readonly link: LinkProps | null
}

interface StackBarProps {
  readonly parts: readonly StackPart[]
  readonly label: string
}

/** What a whole is made of: one bar, and its parts named with their counts below. Patterns tell them apart in grey. */
export function StackBar({ parts, label }: StackBarProps) {
  return (
    <div className="stack">
      <div className="stack-bar" role="img" aria-label={label}>
        {parts
          .filter((part) => part.count > 0)
          .map((part) => (
            <i key={part.key} className={part.fill} style={{ flexGrow: part.count }} />
          ))}
      </div>
      <ul className="stack-key">
        {parts.map((part) => (
          <li key={part.key}>
            <i className={part.fill} aria-hidden="true" />
            {part.link === null ? (
              <span>
                {part.label} <b>{part.count}</b>
              </span>
            ) : (
              <Link {...part.link}>
                {part.label} <b>{part.count}</b>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
