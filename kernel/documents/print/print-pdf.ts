import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderSVG } from 'uqr'
import { dateInWords } from '../fill.ts'
import { geometry } from './geometry.ts'
import { bracketed, type PrintSheet, qrSaysOf, sentencesOf, watermarkOf } from './sheet.ts'
import { titleLines } from './title-lines.ts'

/** Real font files under a free licence; a PDF takes along the characters that it uses, and nothing is fetched. */
const faces = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
]

/** by folder of fonts: reading some fifty megabytes of fonts takes longer than setting a page */
const compilers = new Map<string, NodeCompiler>()
let template: string | undefined

/**
 * Documents as one PDF, each on pages of its own that are numbered from 1.
 *
 * @param fonts folder with licensed fonts (仿宋_GB2312, 方正小标宋), which are taken before those that come along
 */
export function printPdf(sheets: readonly PrintSheet[], fonts: string | undefined): Uint8Array {
  template ??= readFileSync(new URL('document.typ', import.meta.url), 'utf8')
  const compiler = compilerWith(fonts)
  const inputs = { sheets: JSON.stringify({ geometry, sheets: sheets.map(asTypst) }) }
  // The time of printing would make every copy another file.
  const issued = Date.parse(`${sheets[0]?.content.issuedOn ?? '1970-01-01'}T00:00:00+08:00`)
  const pdf = compiler.pdf({ mainFileContent: template, inputs }, { creationTimestamp: issued / 1_000 })
  // What was compiled is kept for the next call otherwise, with the names that stand in it.
  compiler.evictCache(0)
  return new Uint8Array(pdf)
}

function compilerWith(fonts: string | undefined): NodeCompiler {
  const known = compilers.get(fonts ?? '')
  if (known !== undefined) return known
  const require = createRequire(import.meta.url)
  const blobs = faces.map((face) => readFileSync(require.resolve(face)))
  const fontArgs = [...(fonts === undefined ? [] : [{ fontPaths: [fonts] }]), { fontBlobs: blobs }]
  const made = NodeCompiler.create({ workspace: tmpdir(), fontArgs })
  compilers.set(fonts ?? '', made)
  return made
}

function asTypst(sheet: PrintSheet) {
  const { content, seal, qrText } = sheet
  return {
    ...content,
    dateInWords: dateInWords(content.issuedOn),
    titleLines: titleLines(content.title, content.form === 'notice' || content.form === 'record' ? 17 : 20),
    bracketedNotes: content.notes.map(bracketed),
    seal,
    sentences: sentencesOf(sheet),
    watermark: watermarkOf(sheet),
    qr: renderSVG(qrText, { border: 0 }),
    qrSays: qrSaysOf(sheet),
  }
}
