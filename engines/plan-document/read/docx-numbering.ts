import type { NumberingPlace, Styles } from './docx-styles.ts'
import { formatNumber, isKnownFormat } from './number-label.ts'
import { childOf, childValue, elementsOf, switchOf, type XmlElement } from './xml-tree.ts'

/**
 * Automatic numbering (自动编号): Word stores "level 2 of list 5" with a paragraph and counts when it draws the page.
 *
 * Terminology of the format: an *abstract* list says how each level looks; a *num* is a use of it and may override
 * levels and starts. Uses of one abstract list continue each other's count.
 */
interface Level {
  readonly start: number
  readonly format: string
  /** （%1）, %1.%2 */
  readonly template: string
  /** 0: never starts anew; n: after a paragraph of level n (from 1) or above; undefined: after any level above */
  readonly restartAfter: number | undefined
  readonly allDecimal: boolean
  readonly styleId: string | undefined
}

interface AbstractList {
  readonly levels: ReadonlyMap<number, Level>
  readonly styleLink: string | undefined
}

interface NumberedList {
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, Level>
  readonly startOverrides: ReadonlyMap<number, number>
}

const deepestLevel = 8

export interface Numbering {
  /**
   * Counts a paragraph and returns its printed number (一、 （二） 3.) with the space that separates it from the text,
   * or '' where the paragraph has none.
   */
  labelFor(direct: NumberingPlace, styleId: string | undefined, text: string): string
  /** formats that were met and written as plain figures */
  readonly unknownFormats: ReadonlySet<string>
}

export function readNumbering(root: XmlElement | undefined, styles: Styles): Numbering {
  const { lists, abstracts } = readDefinitions(root)
  const counters = new Map<string, (number | undefined)[]>()
  const overridesUsed = new Set<string>()
  const unknownFormats = new Set<string>()

  const resolve = (numId: string): NumberedList | undefined => {
    const list = lists.get(numId)
    const link = list === undefined ? undefined : abstracts.get(list.abstractId)?.styleLink
    if (list === undefined || link === undefined) return list
    // A list may stand for a list style, which names the num that holds the levels.
    const linked = lists.get(styles.numberingOf(link).numId ?? '')
    return linked === undefined ? list : { ...linked, startOverrides: list.startOverrides }
  }
  const levelsOf = (list: NumberedList): ReadonlyMap<number, Level> =>
    new Map([...(abstracts.get(list.abstractId)?.levels ?? []), ...list.levels])

  return {
    unknownFormats,
    labelFor(direct, styleId, text) {
      const fromStyle = styles.numberingOf(styleId)
      const numId = direct.numId ?? fromStyle.numId
      if (numId === undefined || numId === '0') return ''
      const list = resolve(numId)
      if (list === undefined) return ''
      const levels = levelsOf(list)
      const index = direct.level ?? levelOfStyle(levels, styles.chainOf(styleId)) ?? fromStyle.level ?? 0
      const level = levels.get(index)
      if (level === undefined) return ''

      const counts = counters.get(list.abstractId) ?? []
      counters.set(list.abstractId, counts)
      const override = list.startOverrides.get(index)
      const overrideKey = `${numId} ${index}`
      if (override !== undefined && !overridesUsed.has(overrideKey)) {
        overridesUsed.add(overrideKey)
        counts[index] = override
      } else {
        counts[index] = (counts[index] ?? level.start - 1) + 1
      }
      for (let deeper = index + 1; deeper <= deepestLevel; deeper += 1) {
        const restartAfter = levels.get(deeper)?.restartAfter
        if (restartAfter === undefined || index < restartAfter) counts[deeper] = undefined
      }
      return separated(printed(level, levels, counts, unknownFormats), text)
    },
  }
}

function levelOfStyle(levels: ReadonlyMap<number, Level>, chain: readonly string[]): number | undefined {
  for (const styleId of chain) {
    for (const [index, level] of levels) if (level.styleId === styleId) return index
  }
  return undefined
}

function printed(
  level: Level,
  levels: ReadonlyMap<number, Level>,
  counts: readonly (number | undefined)[],
  unknownFormats: Set<string>,
): string {
  // Bullets are drawn from symbol fonts at private code points; a dash or a dot that is text stays as it is.
  if (level.format === 'bullet') return /^[\ue000-\uf8ff]*$/.test(level.template) ? '•' : level.template
  return level.template.replace(/%([1-9])/g, (_, place: string) => {
    const shown = levels.get(Number(place) - 1)
    const format = level.allDecimal ? 'decimal' : (shown?.format ?? 'decimal')
    if (!isKnownFormat(format)) unknownFormats.add(format)
    return formatNumber(counts[Number(place) - 1] ?? shown?.start ?? 1, format)
  })
}

/** "1.健全" as Chinese documents print it; a space where number and text would run together: "1. 2026年". */
function separated(label: string, text: string): string {
  if (label === '' || text === '') return label
  const endsOpen = /[\p{L}\p{N}•]$/u.test(label)
  const wouldMerge = /[.)]$/.test(label) && /^[\w.]/.test(text)
  return (endsOpen || wouldMerge) && !/^\s/.test(text) ? `${label} ` : label
}

function readDefinitions(root: XmlElement | undefined): {
  lists: ReadonlyMap<string, NumberedList>
  abstracts: ReadonlyMap<string, AbstractList>
} {
  const abstracts = new Map<string, AbstractList>()
  const lists = new Map<string, NumberedList>()
  for (const element of elementsOf(root)) {
    if (element.name === 'w:abstractNum') {
      abstracts.set(element.attributes.get('w:abstractNumId') ?? '', {
        levels: readLevels(element),
        styleLink: childValue(element, 'w:numStyleLink'),
      })
    } else if (element.name === 'w:num') {
      lists.set(element.attributes.get('w:numId') ?? '', readList(element))
    }
  }
  return { lists, abstracts }
}

function readList(element: XmlElement): NumberedList {
  const levels = new Map<number, Level>()
  const startOverrides = new Map<number, number>()
  for (const override of elementsOf(element)) {
    if (override.name !== 'w:lvlOverride') continue
    const index = Number(override.attributes.get('w:ilvl') ?? 0)
    const start = childValue(override, 'w:startOverride')
    if (start !== undefined) startOverrides.set(index, Number(start))
    for (const [own, level] of readLevels(override)) levels.set(own, level)
  }
  return { abstractId: childValue(element, 'w:abstractNumId') ?? '', levels, startOverrides }
}

function readLevels(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const element of elementsOf(parent)) {
    if (element.name !== 'w:lvl') continue
    const index = Number(element.attributes.get('w:ilvl') ?? 0)
    if (!Number.isInteger(index) || index < 0 || index > deepestLevel) continue
    const restart = childValue(element, 'w:lvlRestart')
    levels.set(index, {
      start: Number(childValue(element, 'w:start') ?? 0),
      format: formatOf(element),
      template: childValue(element, 'w:lvlText') ?? '',
      restartAfter: restart === undefined ? undefined : Number(restart),
      allDecimal: switchOf(element, 'w:isLgl') ?? false,
      styleId: childValue(element, 'w:pStyle'),
    })
  }
  return levels
}

/** Newer formats stand in a compatibility choice with an older one to fall back on; the older one is known. */
function formatOf(level: XmlElement): string {
  const compatibility = childOf(level, 'mc:AlternateContent')
  return childValue(level, 'w:numFmt') ?? childValue(childOf(compatibility, 'mc:Fallback'), 'w:numFmt') ?? 'decimal'
}
