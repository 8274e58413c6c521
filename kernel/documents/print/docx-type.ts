import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import { offGrid } from './finish-word.ts'
import { geometry, points, twips } from './geometry.ts'

/** Faces of the standard; Word takes them from the reader's computer, and a substitute where they are not there. */
export const faces = {
  fangsong: '仿宋_GB2312',
  xiaobiaosong: '方正小标宋简体',
  heiti: '黑体',
  kaiti: '楷体_GB2312',
  songti: '宋体',
} as const

export const red = 'E60012'

export type Face = keyof typeof faces

interface RunStyle {
  readonly face?: Face
  readonly points?: number
  readonly color?: string
  readonly bold?: boolean
}

export function run(
  text: string,
  { face = 'fangsong', points: size = points.three, color, bold }: RunStyle = {},
): TextRun {
  const family = faces[face]
  return new TextRun({
    text,
    // Digits and Latin in the face that offices use beside 仿宋; of titles and numbers of pages in the same face.
    font: {
      ascii: face === 'fangsong' ? 'Times New Roman' : family,
      hAnsi: face === 'fangsong' ? 'Times New Roman' : family,
      eastAsia: family,
      cs: 'Times New Roman',
      hint: 'eastAsia',
    },
    // Word counts in half points.
    size: size * 2,
    // 28 of them are 158 mm otherwise. A grid for characters would say it, too, but is read differently by each program.
    ...(size === points.three ? { characterSpacing: tracking } : {}),
    ...(color === undefined ? {} : { color }),
    ...(bold === undefined ? {} : { bold }),
  })
}

/** what a 3号 character gives up so that 28 fit into a line, in twentieths of a point, rounded away from it */
export const tracking = Math.floor(((geometry.width / geometry.charactersPerLine / 25.4) * 72 - points.three) * 20)

/** 28 characters to a line */
export const character = twips(geometry.width) / geometry.charactersPerLine
/** 22 lines to a page; one twentieth of a point less, so that rounding never costs a line */
export const linePitch = Math.floor((geometry.linePitch / 25.4) * 1_440)

export const onGrid = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const

/** A line of the grid: exactly as high as the standard says, whatever face the reader's computer takes. */
export function line(children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    children,
    spacing: onGrid,
    ...options,
  })
}

export function paragraph(children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph {
  const indent = { firstLine: Math.round(2 * character) }
  return line(children, { alignment: AlignmentType.BOTH, indent, ...options })
}

/** A title: 2号, with 36 pt from line to line. */
export function titleLine(text: string, style: RunStyle = {}, pitch = 36): Paragraph {
  return line([run(text, { face: 'xiaobiaosong', points: points.two, ...style })], {
    alignment: AlignmentType.CENTER,
    keepNext: true,
    // On the grid a line of 36 pt would take two of its lines.
    style: offGrid,
    spacing: { line: pitch * 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  })
}

export function empty(): Paragraph {
  return line([])
}
