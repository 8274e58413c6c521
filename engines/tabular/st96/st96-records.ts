import { TableRefused } from '../refusals.ts'
import type { FlatRecord } from '../rows-of-records.ts'
import type { Cell } from '../table.types.ts'
import { XmlScanner } from '../xml/xml-scanner.ts'

const listMark = '；'

/**
 * The records of a WIPO ST.96 file, each flattened to texts under the names of their components.
 *
 * Which element is a record is general: the outermost one that stands in a bag of its name (`TrademarkBag/Trademark`),
 * else the root. A heading is the path within the record without bags, `GoodsServices/ClassDescription/ClassNumber`; what
 * repeats is written with ；, in the order of the file.
 */
export function st96Scanner(mostChars: number, take: (record: FlatRecord) => void): XmlScanner {
  const path: string[] = []
  let recordDepth = -1
  let texts = new Map<string, string>()
  let size = 0
  let text = ''
  const finish = () => {
    take(cellsOf(texts))
    texts = new Map()
    size = 0
  }
  const keep = () => {
    const value = text.trim().replaceAll(/\s+/g, ' ')
    text = ''
    if (value === '' || recordDepth === -1) return
    size += value.length
    if (size > mostChars) throw new TableRefused('tooMuch')
    const heading = headingOf(path.slice(recordDepth))
    const before = texts.get(heading)
    if (before === undefined) texts.set(heading, value)
    else if (!`${listMark}${before}${listMark}`.includes(`${listMark}${value}${listMark}`)) {
      texts.set(heading, before + listMark + value)
    }
  }
  return new XmlScanner(
    {
      open: (name) => {
        text = ''
        const parent = path.at(-1) ?? ''
        path.push(name)
        if (recordDepth === -1 && path.length > 1 && parent === `${name}Bag`) recordDepth = path.length
      },
      text: (piece) => {
        text += piece
      },
      close: () => {
        keep()
        if (path.length === recordDepth) {
          finish()
          recordDepth = -1
        }
        path.pop()
      },
    },
    mostChars,
  )
}

function headingOf(path: readonly string[]): string {
  const parts = path.filter((name) => !name.endsWith('Bag'))
  return parts.join('/')
}

function cellsOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, Cell> {
  return new Map(
    [...texts].map(([heading, text]) => [heading, { kind: 'text', text, number: null, merged: false } as const]),
  )
}
