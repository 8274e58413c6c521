import type { CellField, CellReading } from '../cell-reading.types.ts'
import { cellFault } from './cell-faults.ts'
import { saysNothing } from './clean-text.ts'
import { splitList } from './split-list.ts'

type Choices = NonNullable<CellField['choices']>

const mostNamed = 15

/** The value of a choice by its value, label or other words for it, without regard to width, case and spaces. */
export function readChoice(choices: Choices): (text: string) => CellReading {
  const known = wordsOf(choices)
  return (text) => {
    const value = known.get(folded(text))
    if (value !== undefined) return { outcome: 'value', value }
    return saysNothing(text) ? { outcome: 'empty' } : unknown(text, choices)
  }
}

export function readChoices(choices: Choices): (text: string) => CellReading {
  const known = wordsOf(choices)
  return (text) => {
    const whole = known.get(folded(text))
    if (whole !== undefined) return { outcome: 'value', value: [whole] }
    if (saysNothing(text)) return { outcome: 'empty' }
    const values: string[] = []
    for (const part of splitList(text, ';；、，,|/')) {
      const value = known.get(folded(part))
      if (value === undefined) return unknown(part, choices)
      if (!values.includes(value)) values.push(value)
    }
    return values.length === 0 ? { outcome: 'empty' } : { outcome: 'value', value: values }
  }
}

function wordsOf(choices: Choices): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  // A label goes before another choice's alias.
  for (const { value, aliases = [] } of choices) for (const word of aliases) known.set(folded(word), value)
  for (const { value, label, labelEn } of choices) {
    for (const word of [labelEn, label, value]) known.set(folded(word), value)
  }
  return known
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-·]/g, '')
}

function unknown(text: string, choices: Choices): CellReading {
  const named = choices.slice(0, mostNamed).map(({ label }) => label)
  const words = named.join('、') + (choices.length > mostNamed ? '…' : '')
  return { outcome: 'fault', fault: cellFault('noChoice', { value: text.slice(0, 100), choices: words }) }
}
