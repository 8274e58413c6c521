import { useState } from 'react'
import { parseFigure } from '../../format/parse-figure.ts'
import { exactSum } from '../../format/shares.ts'

/** What stands in the fields of a breakdown, by key: a year or a unit. */
export interface Shares {
  typed(key: string): string
  /** null: nobody settled it; undefined: what stands there is no figure */
  value(key: string): number | null | undefined
  type(key: string, text: string): void
  fill(values: ReadonlyMap<string, number | null>): void
  readonly changed: boolean
}

/** Figures as they are typed; they are read anew at each stroke, so that sum and difference are never behind. */
export function useShares(initial: ReadonlyMap<string, number | null>): Shares {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(() => written(initial))
  const [changed, setChanged] = useState(false)
  const typed = (key: string) => texts.get(key) ?? ''
  return {
    typed,
    value: (key) => parseFigure(typed(key)),
    type: (key, text) => {
      setTexts(new Map([...texts, [key, text]]))
      setChanged(true)
    },
    fill: (values) => {
      setTexts(written(values))
      setChanged(true)
    },
    changed,
  }
}

function written(values: ReadonlyMap<string, number | null>): ReadonlyMap<string, string> {
  return new Map([...values].map(([key, value]) => [key, value === null ? '' : String(value)]))
}

export interface Balance {
  readonly sum: number
  /** total − sum: above zero is still to be handed out */
  readonly difference: number
  readonly open: number
  readonly wrong: number
}

/** What was handed out, and what is left of the total. */
export function balanceOf(total: number, values: readonly (number | null | undefined)[]): Balance {
  const known = values.filter((value) => typeof value === 'number')
  const sum = exactSum(known)
  return {
    sum,
    difference: exactSum([total, -sum]),
    open: values.filter((value) => value === null).length,
    wrong: values.filter((value) => value === undefined || (typeof value === 'number' && value < 0)).length,
  }
}
