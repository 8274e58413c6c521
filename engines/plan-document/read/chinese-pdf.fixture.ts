import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** Noto Sans SC (OFL) from npm: the PDF embeds the characters it uses, so nothing is installed or fetched. */
const faces = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf']

/** Sets a page of Typst markup as a PDF with the look of an official document (GB/T 9704). */
export function chinesePdf(markup: string): Uint8Array {
  const require = createRequire(import.meta.url)
  const fonts = faces.map((face) => readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${face}`)))
  const workspace = mkdtempSync(join(tmpdir(), 'qiangxian-pdf-'))
  try {
    const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] })
    const mainFileContent = `${pageSetting}\n${markup}`
    return new Uint8Array(compiler.pdf({ mainFileContent }, { creationTimestamp: Date.UTC(2025, 2, 10) / 1000 }))
  } finally {
    rmSync(workspace, { recursive: true })
  }
}

const pageSetting = `
#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), numbering: "— 1 —")
#set text(font: "Noto Sans SC", size: 16pt, lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 0.8em, spacing: 0.8em)
`

/** Words as Typst text: none of its signs takes effect. */
export function typstText(words: string): string {
  return `#${JSON.stringify(words)}`
}
