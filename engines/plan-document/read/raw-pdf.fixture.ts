import { strToU8, zlibSync } from 'fflate'

/** A PDF written object by object, for tests that need a shape which no program writes. */
export function rawPdf(
  objects: readonly (string | { readonly dictionary: string; readonly data: Uint8Array })[],
  trailer = '',
): Uint8Array {
  const pieces: Uint8Array[] = [strToU8('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = pieces[0]?.length ?? 0
  const add = (piece: Uint8Array): void => {
    pieces.push(piece)
    length += piece.length
  }
  objects.forEach((object, index) => {
    offsets.push(length)
    if (typeof object === 'string') {
      add(strToU8(`${index + 1} 0 obj\n${object}\nendobj\n`))
    } else {
      add(strToU8(`${index + 1} 0 obj\n<< ${object.dictionary} /Length ${object.data.length} >>\nstream\n`))
      add(object.data)
      add(strToU8('\nendstream\nendobj\n'))
    }
  })
  const xref = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  add(
    strToU8(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  const file = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    file.set(piece, at)
    at += piece.length
  }
  return file
}

/** One page that draws the given content stream with a standard Latin font. */
export function onePagePdf(content: Uint8Array, streamDictionary: string, trailer = ''): Uint8Array {
  return rawPdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      { dictionary: streamDictionary, data: content },
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ],
    trailer,
  )
}

export function deflated(text: string): Uint8Array {
  return zlibSync(strToU8(text))
}
