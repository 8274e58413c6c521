import { strFromU8, unzipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { PrintedBlock } from '../content.types.ts'
import { geometry } from './geometry.ts'
import { inventedSheet } from './invented-sheet.fixture.ts'
import { packageProblems } from './package-problems.fixture.ts'
import { printDocx } from './print-docx.ts'
import { printPdf } from './print-pdf.ts'
import { signaturePlaces } from './signature-places.ts'
import { titleLines } from './title-lines.ts'

const paragraph =
  '经审查，材料齐全、符合规定，现予受理。本件由演示市市场监督管理局办理，应于2026年12月8日前办结；期限的依据和计算见所附清单，“紫砂”一词的使用另行答复（见附件）。'
const few = [{ kind: 'paragraph' as const, text: paragraph }]
const long = Array.from({ length: 14 }, () => ({ kind: 'paragraph' as const, text: paragraph }))

describe('the form of official documents (GB/T 9704—2012) as PDF', () => {
  it('sets 22 lines to a page, 10.227 mm apart, inside of the type area', async () => {
    const pages = await linesOf(
      printPdf([inventedSheet({ form: 'notice', blocks: long, title: '受理通知书' })], undefined),
    )
    const second = pages[1]?.filter(({ size }) => size === 16) ?? []
    expect(second).toHaveLength(geometry.linesPerPage)
    for (const [index, line] of second.entries()) {
      // Baselines as the worked page of the standard has them: 44.259 mm the first, 259.031 mm the last.
      expect(line.baseline).toBeCloseTo(44.259 + index * (225 / 22), 0.7)
      expect(line.left).toBeGreaterThanOrEqual(28 - 0.05)
      expect(line.right).toBeLessThanOrEqual(184 + 0.6)
    }
    expect(second.at(-1)?.baseline).toBeCloseTo(259.031, 0.7)
  })

  it('sets 28 characters to a line', async () => {
    const blocks = [{ kind: 'paragraph' as const, text: '永'.repeat(26 + 28 * 3) }]
    const [page] = await linesOf(printPdf([inventedSheet({ form: 'notice', blocks })], undefined))
    const lines = page?.filter(({ text }) => /^永+$/.test(text)).map(({ text }) => text.length)
    expect(lines).toEqual([26, 28, 28, 28])
  })

  it('keeps every character that was written', async () => {
    const text = '2026年6月8日收到3张，第5点12个月，1元，8号。'
    const pdf = printPdf([inventedSheet({ form: 'notice', blocks: [{ kind: 'paragraph', text }] })], undefined)
    const [page] = await linesOf(pdf)
    expect(page?.some((line) => line.text === text)).toBe(true)
  })

  it('begins no line with what closes, ends none with what opens, and splits no year', async () => {
    const pages = await linesOf(printPdf([inventedSheet({ form: 'record', isSealed: false, blocks: long })], undefined))
    const body = pages.flat().filter(({ size }) => size === 16)
    for (const { text } of body) {
      expect(text).not.toMatch(/^[，。、；：？！）》”]/)
      expect(text).not.toMatch(/[（《“]$/)
      expect(text).not.toMatch(/\d$/)
    }
  })

  it('numbers pages of each document from 1, 7 mm below the type area, odd at the right and even at the left', async () => {
    const sheet = inventedSheet({ form: 'notice', blocks: long })
    const pages = await linesOf(printPdf([sheet, sheet], undefined))
    const numbers = pages.map((page) => page.find(({ text }) => /^—\s?\d+\s?—$/.test(text)))
    expect(numbers.map((number) => number?.text.replaceAll(' ', ''))).toEqual([
      '—1—',
      '—2—',
      '—3—',
      '—1—',
      '—2—',
      '—3—',
    ])
    for (const [index, number] of numbers.entries()) {
      if (index % 3 === 1) expect(number?.left).toBeCloseTo(32.94, 0)
      else expect(number?.right).toBeCloseTo(179.06, 0)
      expect(number?.baseline).toBeGreaterThan(269)
      expect(number?.baseline).toBeLessThan(274)
    }
  })

  it('sets a letter with its mark in red 30 mm from the edge, and no number on its first page', async () => {
    const [first, second] = await linesOf(printPdf([inventedSheet()], undefined))
    const mark = first?.[0]
    expect(mark).toMatchObject({ text: '演示市市场监督管理局' })
    expect(mark?.size).toBeCloseTo((15 / 25.4) * 72, 0)
    // The middle of the mark is the middle of the type area.
    expect(((mark?.left ?? 0) + (mark?.right ?? 0)) / 2).toBeCloseTo(106, 0)
    const number = first?.find(({ text }) => text === '演市监函〔2026〕17号')
    expect(number?.right).toBeCloseTo(184, 0)
    expect(first?.some(({ text }) => text.startsWith('—'))).toBe(false)
    expect(second?.some(({ text }) => /—\s?2/.test(text))).toBe(true)
    // The page of the seal holds words of the body, too.
    expect(second?.some(({ text }) => text.includes('密封后由专人送达'))).toBe(true)
    expect(second?.some(({ text }) => text === '2026年6月12日')).toBe(true)
  })

  it('says on every print what the seal is worth, how to check it, and that it is invented or revoked', async () => {
    const revoked = { on: '2026-07-01', reason: '姓名有误' }
    for (const form of ['letter', 'notice', 'certificate', 'receipt', 'record'] as const) {
      const pages = await linesOf(printPdf([inventedSheet({ form, isDemonstration: true }, { revoked })], undefined))
      const text = pages.flatMap((page) => page.map((line) => line.text)).join('\n')
      expect(text).toContain('不具有法律效力')
      expect(text).toContain('测试印章')
      expect(text.replaceAll(' ', '')).toContain('核验码ABCD-2345-EFGH-6789')
      expect(text).toContain('演示数据')
      expect(text).toMatch(/本件已于\s?2026-07-01\s?撤销：姓名有误/)
    }
  })

  it('takes its fonts along, and prints the same twice', () => {
    const pdf = printPdf([inventedSheet()], undefined)
    const source = Buffer.from(pdf).toString('latin1')
    expect(source.match(/\/FontFile[23]/g)?.length).toBeGreaterThanOrEqual(3)
    expect(Buffer.from(printPdf([inventedSheet()], undefined)).equals(Buffer.from(pdf))).toBe(true)
  })

  it('takes words for words, whatever they look like', async () => {
    const text = '#set page(width: 1pt) *粗* $x$ <script> \\u{1F4A9} 〔1〕 @ref {x} // 注'
    const [page] = await linesOf(
      printPdf([inventedSheet({ form: 'notice', addressee: text, blocks: [{ kind: 'paragraph', text }] })], undefined),
    )
    expect(
      page
        ?.map((line) => line.text)
        .join('')
        .replaceAll(' ', ''),
    ).toContain('#setpage(width:1pt)*粗*$x$<script>\\u{1F4A9}')
  })

  it('prints sixty pages within seconds', async () => {
    const started = performance.now()
    const pdf = printPdf(
      Array.from({ length: 60 }, () => inventedSheet({ form: 'receipt', blocks: few })),
      undefined,
    )
    expect(performance.now() - started).toBeLessThan(5_000)
    expect((await getDocumentProxy(pdf)).numPages).toBe(60)
  })
})

describe('the same as Word', () => {
  it('has the sheet, the type area and the grid of the standard', async () => {
    const { document } = await wordOf(inventedSheet({ form: 'notice' }))
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/)
    const margins = /<w:pgMar ([^>]+)\/>/.exec(document)?.[1] ?? ''
    const millimetres = (side: string) => (Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)?.[1]) / 1_440) * 25.4
    expect(millimetres('top')).toBeCloseTo(37, 1)
    expect(millimetres('left')).toBeCloseTo(28, 1)
    expect(millimetres('right')).toBeCloseTo(26, 1)
    expect(millimetres('bottom')).toBeCloseTo(35, 1)
    const grid = /<w:docGrid ([^>]+)\/>/.exec(document)?.[1] ?? ''
    // A grid of characters is read differently by each program: 28 fit by what each of them gives up.
    expect(grid).toContain('w:type="lines"')
    const pitch = Number(/w:linePitch="(\d+)"/.exec(grid)?.[1])
    const given = Number(/<w:spacing w:val="(-\d+)"\/>/.exec(document)?.[1]) / 20
    // 22 lines into 225 mm, 28 characters into 156 mm
    expect(Math.floor(12_756 / pitch)).toBe(22)
    const wide = 11_906 - Number(/w:left="(\d+)"/.exec(margins)?.[1]) - Number(/w:right="(\d+)"/.exec(margins)?.[1])
    expect(Math.floor(wide / 20 / (16 + given))).toBe(28)
    expect(document).toContain(`w:line="${pitch}" w:lineRule="exact"`)
  })

  it('names the faces and sizes of the standard', async () => {
    const { document } = await wordOf(inventedSheet({ form: 'letter' }))
    const runOf = (text: string) => document.split('<w:r>').find((run) => run.includes(`>${text}`)) ?? ''
    expect(runOf('我局于')).toMatch(/w:eastAsia="仿宋_GB2312"[\s\S]*<w:sz w:val="32"\/>/)
    expect(runOf('一、协助')).toMatch(/w:eastAsia="黑体"/)
    expect(runOf('演示市市场监督管理局关于')).toMatch(/w:eastAsia="方正小标宋简体"[\s\S]*<w:sz w:val="44"\/>/)
  })

  it('has the red mark and both double lines of a letter on its first page, and numbers on the others', async () => {
    const { parts } = await wordOf(inventedSheet())
    const heads = parts.filter(({ name }) => /header\d/.test(name)).map(({ text }) => text)
    expect(heads.find((head) => head.includes('演示市市场监督管理局'))).toMatch(/thickThinSmallGap[\s\S]*E60012/)
    const feet = parts.filter(({ name }) => /footer\d/.test(name)).map(({ text }) => text)
    expect(feet.filter((foot) => foot.includes('thinThickSmallGap'))).toHaveLength(1)
    expect(feet.filter((foot) => foot.includes('PAGE'))).toHaveLength(2)
  })

  it('says what the PDF says', async () => {
    for (const form of ['receipt', 'letter', 'notice', 'certificate', 'record'] as const) {
      const { parts } = await wordOf(inventedSheet({ form, isDemonstration: true }))
      // On each page: of a letter the first has margins of its own.
      const feet = parts.filter(({ name, text }) => /footer\d/.test(name) && text.includes('<w:p>'))
      expect(feet).toHaveLength(form === 'letter' ? 3 : 2)
      for (const words of ['ABCD-2345-EFGH-6789', '不具有法律效力', '演示数据'])
        expect(
          feet.every(({ text }) => text.includes(words)),
          `${form} ${words}`,
        ).toBe(true)
      const heads = parts.filter(({ name }) => /header\d\.xml$/.test(name))
      expect(heads.every(({ text }) => text.includes('【演示】'))).toBe(true)
      expect(parts.some(({ name }) => name.endsWith('.png'))).toBe(true)
    }
  })

  it.each(['paragraph', 'list', 'table'] as const)(
    'leaves name and date on no page without words of the body, where that ends with a %s',
    async (kind) => {
      const last: PrintedBlock = {
        paragraph: { kind: 'paragraph', text: '末段。' } as const,
        list: { kind: 'list', items: ['一项', '末项'] } as const,
        table: { kind: 'table', rows: [{ label: '项目', value: '末行' }] } as const,
      }[kind]
      const { document } = await wordOf(inventedSheet({ form: 'notice', blocks: [...few, last] }))
      const kept = [...document.matchAll(/<w:p>.*?<\/w:p>/g)].map(([text]) => ({
        text: text.replaceAll(/<[^>]+>/g, ''),
        keepsNext: text.includes('<w:keepNext/>'),
      }))
      const from = kept.findIndex(({ text }) => /^(末段。|2\.末项|项目)$/.test(text))
      const until = kept.findIndex(({ text }) => text === '（此件公开发布）')
      expect(until - from).toBe(kind === 'table' ? 5 : 4)
      expect(kept.slice(from, until).every(({ keepsNext }) => keepsNext)).toBe(true)
      // The same in the PDF, however full its first page is.
      for (let lines = 10; lines < 20; lines += 1) {
        const fill = Array.from({ length: lines }, () => ({ kind: 'paragraph' as const, text: '满一行。' }))
        const pages = await linesOf(printPdf([inventedSheet({ form: 'notice', blocks: [...fill, last] })], undefined))
        const signed = pages.find((page) => page.some(({ text }) => text === '2026年6月12日'))
        expect(
          signed?.some(({ text }) => /末段|末项|末行/.test(text)),
          `${lines} lines`,
        ).toBe(true)
      }
    },
  )

  it('puts no space between digits and Chinese, and is the same file each time', async () => {
    const { parts } = await wordOf(inventedSheet())
    expect(parts.find(({ name }) => name === 'word/styles.xml')?.text).toContain('<w:autoSpaceDN w:val="0"/>')
    const [one, other] = [await printDocx(inventedSheet()), await printDocx(inventedSheet())]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })

  it('is a package whose parts are all declared and whose references all lead somewhere', async () => {
    for (const form of ['receipt', 'letter', 'notice', 'certificate'] as const) {
      expect(packageProblems(await printDocx(inventedSheet({ form })))).toEqual([])
    }
  })
})

describe('signature and date (7.3.5), in millimetres of the worked page', () => {
  const x = (characters: number) => 28 + characters * (156 / 28)
  it.each([
    { isSealed: true, name: [115.75, 171.464], date: [125.5, 161.714] },
    { isSealed: false, name: [117.143, 172.857], date: [128.286, 164.5] },
  ])('sealed $isSealed', ({ isSealed, name, date }) => {
    const places = signaturePlaces('演示市市场监督管理局', '2026年6月12日', isSealed)
    for (const [place, expected] of [
      [places.name, name],
      [places.date, date],
    ] as const) {
      expect(x(place.from)).toBeCloseTo(expected[0] ?? 0, 2)
      expect(x(place.from + place.width)).toBeCloseTo(expected[1] ?? 0, 2)
    }
  })
})

describe('lines of a title', () => {
  it.each([
    ['关于开展专利转化的通知', ['关于开展专利转化的通知']],
    [
      '演示市市场监督管理局关于商请协助核实紫砂壶外观设计专利侵权线索的函',
      ['演示市市场监督管理局关于商请协助', '核实紫砂壶外观设计专利侵权线索的函'],
    ],
  ])('%s', (title, lines) => {
    expect(titleLines(title, 20)).toEqual(lines)
  })
})

interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  /** millimetres from the top of the sheet */
  readonly baseline: number
  /** points */
  readonly size: number
}

/** Lines of each page as another program finds them: what stands on one baseline. */
async function linesOf(pdf: Uint8Array): Promise<readonly (readonly Line[])[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1)
      const { items } = await page.getTextContent()
      const mm = (points: number) => (points / 72) * 25.4
      const lines = new Map<string, Line>()
      for (const item of items) {
        if (!('str' in item) || item.str.trim() === '') continue
        const [a, b, , , x, y] = item.transform as number[]
        const size = Math.round(Math.hypot(a ?? 0, b ?? 0) * 100) / 100
        if (Math.abs(b ?? 0) > 0.01) continue
        const baseline = mm((page.view[3] ?? 0) - (y ?? 0))
        const key = `${baseline.toFixed(1)} ${size}`
        const before = lines.get(key)
        const [left, right] = [mm(x ?? 0), mm((x ?? 0) + item.width)]
        lines.set(key, {
          text: (before?.text ?? '') + item.str,
          left: Math.min(before?.left ?? left, left),
          right: Math.max(before?.right ?? right, right),
          ...{ baseline, size },
        })
      }
      return [...lines.values()].sort((one, other) => one.baseline - other.baseline)
    }),
  )
}

async function wordOf(sheet: ReturnType<typeof inventedSheet>) {
  const files = unzipSync(await printDocx(sheet))
  const parts = Object.entries(files).map(([name, bytes]) => ({
    name,
    text: name.endsWith('.xml') ? strFromU8(bytes) : '',
  }))
  return { parts, document: parts.find(({ name }) => name === 'word/document.xml')?.text ?? '' }
}
