import { childOf, childValue, elementsOf, switchOf, type XmlElement } from './xml-tree.ts'

/** A paragraph's place in a list as a style or a paragraph states it; either half may be missing. */
export interface NumberingPlace {
  readonly numId: string | undefined
  readonly level: number | undefined
}

interface Style {
  readonly name: string
  readonly basedOn: string | undefined
  readonly numbering: NumberingPlace
  readonly vanish: boolean | undefined
}

const longestChain = 24

export interface Styles {
  /** the style and those it is based on, nearest first */
  chainOf(styleId: string | undefined): readonly string[]
  numberingOf(styleId: string | undefined): NumberingPlace
  isHidden(styleId: string | undefined): boolean
  /** lines of an automatic table of contents (目录): styles "toc 1" to "toc 9" */
  isContentsLine(styleId: string | undefined): boolean
}

/** `undefined` where the package has no styles part. */
export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map<string, Style>()
  let defaultParagraphStyle: string | undefined
  for (const element of elementsOf(root)) {
    const id = element.attributes.get('w:styleId')
    if (element.name !== 'w:style' || id === undefined) continue
    if (element.attributes.get('w:type') === 'paragraph' && element.attributes.get('w:default') === '1') {
      defaultParagraphStyle ??= id
    }
    styles.set(id, {
      name: childValue(element, 'w:name') ?? '',
      basedOn: childValue(element, 'w:basedOn'),
      numbering: readNumberingPlace(childOf(element, 'w:pPr')),
      vanish: switchOf(childOf(element, 'w:rPr'), 'w:vanish'),
    })
  }

  const chainOf = (styleId: string | undefined): readonly string[] => {
    const chain: string[] = []
    // Styles may be based on each other in a ring; Word itself goes few steps.
    for (let id = styleId ?? defaultParagraphStyle; id !== undefined && chain.length < longestChain; ) {
      const style = styles.get(id)
      if (style === undefined) break
      chain.push(id)
      id = style.basedOn
    }
    return chain
  }
  const firstIn = <T>(styleId: string | undefined, pick: (style: Style) => T | undefined): T | undefined => {
    for (const id of chainOf(styleId)) {
      const style = styles.get(id)
      const value = style === undefined ? undefined : pick(style)
      if (value !== undefined) return value
    }
    return undefined
  }

  return {
    chainOf,
    numberingOf: (styleId) => ({
      numId: firstIn(styleId, (style) => style.numbering.numId),
      level: firstIn(styleId, (style) => style.numbering.level),
    }),
    isHidden: (styleId) => firstIn(styleId, (style) => style.vanish) ?? false,
    isContentsLine: (styleId) => styleId !== undefined && /^toc \d$/i.test(styles.get(styleId)?.name ?? ''),
  }
}

export function readNumberingPlace(paragraphProperties: XmlElement | undefined): NumberingPlace {
  const place = childOf(paragraphProperties, 'w:numPr')
  const level = childValue(place, 'w:ilvl')
  return { numId: childValue(place, 'w:numId'), level: level === undefined ? undefined : Number(level) }
}
