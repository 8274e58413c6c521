import { strFromU8, unzipSync } from 'fflate'

/**
 * What Word would stumble over in a package: a part of no declared type, a reference to what is not there, an id that is
 * used and not declared, properties of a paragraph out of the order of their schema.
 *
 * @source ECMA-376 Part 2 §10.1.2, Part 1 §17.3.1.26
 */
export function packageProblems(file: Uint8Array): readonly string[] {
  const parts = unzipSync(file)
  const names = Object.keys(parts)
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const types = textOf('[Content_Types].xml')
  const undeclared = names.filter((name) => {
    const extension = name.split('.').at(-1) ?? ''
    return (
      name !== '[Content_Types].xml' && !types.includes(`"/${name}"`) && !types.includes(`Extension="${extension}"`)
    )
  })
  const dead = names
    .filter((name) => name.endsWith('.rels'))
    .flatMap((name) => {
      const folder = name.replace(/_rels\/[^/]+$/, '')
      const targets = [...textOf(name).matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => tag)
      return targets
        .filter((tag) => !tag.includes('TargetMode="External"'))
        .map((tag) => /Target="([^"]+)"/.exec(tag)?.[1] ?? '')
        .filter((target) => !names.includes(target.startsWith('/') ? target.slice(1) : folder + target))
        .map((target) => `${name} → ${target}`)
    })
  const unknownIds = names
    .filter((name) => /^word\/[^/]+\.xml$/.test(name))
    .flatMap((name) => {
      const rels = textOf(`word/_rels/${name.slice('word/'.length)}.rels`)
      return [...textOf(name).matchAll(/r:(?:id|embed)="([^"]+)"/g)]
        .filter(([, id]) => !rels.includes(`Id="${id}"`))
        .map(([, id]) => `${name}: ${id}`)
    })
  const disordered = names
    .filter((name) => /^word\/[^/]+\.xml$/.test(name))
    .flatMap((name) =>
      [...textOf(name).matchAll(/<w:pPr>(.*?)<\/w:pPr>/g)]
        .map(([, inside = '']) => [
          ...inside.replaceAll(/<w:(pBdr|rPr|tabs)>.*?<\/w:\1>/g, '<w:$1/>').matchAll(/<w:(\w+)/g),
        ])
        .map((found) => found.map(([, tag = '']) => order.indexOf(tag)))
        .filter((places) => places.some((place, index) => place < (places[index - 1] ?? -1)))
        .map((places) => `${name}: ${places.map((place) => order[place] ?? '?').join(' ')}`),
    )
  return [...undeclared, ...dead, ...unknownIds, ...disordered]
}

const order = [
  ...['pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr', 'suppressLineNumbers'],
  ...['pBdr', 'shd', 'tabs', 'suppressAutoHyphens', 'kinsoku', 'wordWrap', 'overflowPunct', 'topLinePunct'],
  ...['autoSpaceDE', 'autoSpaceDN', 'bidi', 'adjustRightInd', 'snapToGrid', 'spacing', 'ind', 'contextualSpacing'],
  ...['mirrorIndents', 'suppressOverlap', 'jc', 'textDirection', 'textAlignment', 'textboxTightWrap', 'outlineLvl'],
  ...['divId', 'cnfStyle', 'rPr', 'sectPr', 'pPrChange'],
]
