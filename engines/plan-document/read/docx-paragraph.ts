import type { Styles } from './docx-styles.ts'
import { withIdeographs } from './radicals.ts'
import { childOf, childValue, elementsOf, switchOf, type XmlElement } from './xml-tree.ts'

export interface ReadParagraph {
  readonly text: string
  /** contents of text boxes anchored in the paragraph, each once */
  readonly textBoxes: readonly XmlElement[]
}

interface PendingFootnote {
  readonly number: number
  readonly note: XmlElement
}

type LeftOut = 'deletions' | 'hidden' | 'contents' | 'pictures'

const leftOutNotes: Readonly<Record<LeftOut, string>> = {
  deletions: '文档带有修订痕迹：按“接受全部修订”读取，删除的文字不算。',
  hidden: '文档里有隐藏文字：打印时看不见，没有读。',
  contents: '自动目录没有读：目录里的标题在正文里都有。',
  pictures: '文档里有图片：图片里的文字读不出，请核对是否有目标或任务写在图里。',
}

/** Wrappers around runs that change nothing of their content. */
const transparent: ReadonlySet<string> = new Set([
  ...['w:hyperlink', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:customXml', 'w:fldSimple'],
  ...['w:dir', 'w:bdo', 'm:oMath', 'm:oMathPara'],
])

interface ParagraphState {
  text: string
  readonly textBoxes: XmlElement[]
  readonly fields: Fields
  readonly hiddenByStyle: boolean
}

/** Reads the runs of paragraphs, and keeps count of footnotes and of what had to be left out. */
export class ParagraphReader {
  readonly #styles: Styles
  readonly #footnotes: ReadonlyMap<string, XmlElement>
  readonly #endnotes: ReadonlyMap<string, XmlElement>
  readonly #leftOut = new Set<LeftOut>()
  #pending: PendingFootnote[] = []
  #footnoteCount = 0
  #isInsideFootnote = false

  constructor(styles: Styles, footnotes: XmlElement | undefined, endnotes: XmlElement | undefined) {
    this.#styles = styles
    this.#footnotes = notesById(footnotes, 'w:footnote')
    this.#endnotes = notesById(endnotes, 'w:endnote')
  }

  read(paragraph: XmlElement, styleId: string | undefined): ReadParagraph {
    // The state of fields ends with the paragraph: a field that never ends must not swallow the rest of the document.
    const state: ParagraphState = {
      text: '',
      textBoxes: [],
      fields: { states: [], inCode: 0 },
      hiddenByStyle: this.#styles.isHidden(styleId),
    }
    this.#inline(elementsOf(paragraph), state)
    return state
  }

  leaveOut(what: LeftOut): void {
    this.#leftOut.add(what)
  }

  describeLeftOut(): readonly string[] {
    return [...this.#leftOut].map((what) => leftOutNotes[what])
  }

  /** Hands over the footnotes referred to since the last call, in the order of the references. */
  takeFootnotes(): readonly PendingFootnote[] {
    const taken = this.#pending
    this.#pending = []
    return taken
  }

  /** Reads the inside of a footnote, where Word allows no references; a forged one could refer to itself for ever. */
  insideFootnote(read: () => void): void {
    this.#isInsideFootnote = true
    read()
    this.#isInsideFootnote = false
  }

  #inline(elements: readonly XmlElement[], state: ParagraphState): void {
    for (const element of elements) {
      if (element.name === 'w:r') this.#run(element, state)
      else if (element.name === 'w:del' || element.name === 'w:moveFrom') this.leaveOut('deletions')
      else if (transparent.has(element.name)) this.#inline(elementsOf(element), state)
      else if (element.name === 'mc:AlternateContent') this.#alternative(element, state)
      else if (element.name.startsWith('m:')) this.#math(element, state)
    }
  }

  #run(run: XmlElement, state: ParagraphState): void {
    const properties = childOf(run, 'w:rPr')
    const runStyle = childValue(properties, 'w:rStyle')
    const styleHides = state.hiddenByStyle || (runStyle !== undefined && this.#styles.isHidden(runStyle))
    const hidden = switchOf(properties, 'w:vanish') ?? styleHides
    for (const element of elementsOf(run)) this.#runContent(element, state, hidden)
  }

  #runContent(element: XmlElement, state: ParagraphState, hidden: boolean): void {
    switch (element.name) {
      case 'w:fldChar':
        changeField(state.fields, element.attributes.get('w:fldCharType'))
        return
      case 'w:drawing':
      case 'w:pict':
        this.#drawing(element, state)
        return
      case 'mc:AlternateContent':
        this.#alternative(element, state)
        return
      case 'w:ruby':
        // Pinyin above characters (拼音指南): the characters are the text.
        this.#inline(elementsOf(childOf(element, 'w:rubyBase')), state)
        return
      case 'w:footnoteReference':
        if (!hidden) this.#footnote(this.#footnotes.get(element.attributes.get('w:id') ?? ''), state)
        return
      case 'w:endnoteReference':
        if (!hidden) this.#footnote(this.#endnotes.get(element.attributes.get('w:id') ?? ''), state)
        return
      case 'w:delText':
        this.leaveOut('deletions')
        return
    }
    const text = characters(element)
    if (text === '' || state.fields.inCode > 0) return
    if (hidden) this.leaveOut('hidden')
    else state.text += text
  }

  #footnote(note: XmlElement | undefined, state: ParagraphState): void {
    if (note === undefined || this.#isInsideFootnote) return
    this.#footnoteCount += 1
    state.text += `[footnoteRef:${this.#footnoteCount}]`
    this.#pending.push({ number: this.#footnoteCount, note })
  }

  #math(element: XmlElement, state: ParagraphState): void {
    if (element.name === 'm:t') state.text += textOf(element)
    else for (const child of elementsOf(element)) this.#math(child, state)
  }

  /** A drawing prints its text boxes; one without is a picture. */
  #drawing(element: XmlElement, state: ParagraphState): void {
    const boxes = textBoxesIn(element)
    for (const box of boxes) state.textBoxes.push(box)
    if (boxes.length === 0 && hasPicture(element)) this.leaveOut('pictures')
  }

  /** The same content for new and for old programs: one of the two is read, never both. */
  #alternative(element: XmlElement, state: ParagraphState): void {
    for (const content of chosen(element)) this.#runContentOrRun(content, state)
  }

  #runContentOrRun(element: XmlElement, state: ParagraphState): void {
    if (element.name === 'w:r' || transparent.has(element.name)) this.#inline([element], state)
    else this.#runContent(element, state, false)
  }
}

function notesById(root: XmlElement | undefined, name: string): ReadonlyMap<string, XmlElement> {
  const notes = new Map<string, XmlElement>()
  for (const note of elementsOf(root)) {
    // Separator lines are stored as notes with a type of their own.
    const isText = note.name === name && (note.attributes.get('w:type') ?? 'normal') === 'normal'
    if (isText) notes.set(note.attributes.get('w:id') ?? '', note)
  }
  return notes
}

/** Nested fields, from outside in: each still in its code, or in the result that is printed. */
interface Fields {
  readonly states: ('code' | 'result')[]
  inCode: number
}

function changeField(fields: Fields, type: string | undefined): void {
  const last = fields.states.length - 1
  if (type === 'begin') {
    fields.states.push('code')
    fields.inCode += 1
  } else if (type === 'separate' && fields.states[last] === 'code') {
    fields.states[last] = 'result'
    fields.inCode -= 1
  } else if (type === 'end' && fields.states.pop() === 'code') {
    fields.inCode -= 1
  }
}

function characters(element: XmlElement): string {
  switch (element.name) {
    case 'w:t':
      return textOf(element)
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '-'
    case 'w:sym': {
      // Symbol fonts keep their signs at private code points; what they look like is not known here.
      const code = Number.parseInt(element.attributes.get('w:char') ?? '', 16)
      return code > 0x20 && code < 0xe000 ? String.fromCharCode(code) : ''
    }
    default:
      return ''
  }
}

function textOf(element: XmlElement): string {
  const text = element.children.filter((child) => typeof child === 'string').join('')
  // Text pasted from a PDF may bring radicals in place of ideographs.
  return withIdeographs(text.replace(/[\r\n]+/g, ' '))
}

function chosen(alternative: XmlElement): readonly XmlElement[] {
  const choice = elementsOf(childOf(alternative, 'mc:Choice'))
  const fallback = elementsOf(childOf(alternative, 'mc:Fallback'))
  const choiceHasText = choice.some((element) => hasText(element))
  return choiceHasText || !fallback.some((element) => hasText(element)) ? choice : fallback
}

function hasText(element: XmlElement): boolean {
  return element.name === 'w:t' || elementsOf(element).some(hasText)
}

function textBoxesIn(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'w:txbxContent') return [element]
  const inside = element.name === 'mc:AlternateContent' ? chosen(element) : elementsOf(element)
  return inside.flatMap(textBoxesIn)
}

/** `a:blip` of DrawingML and `v:imagedata` of VML; their namespaces are of no other interest. */
function hasPicture(element: XmlElement): boolean {
  return element.name === '?:blip' || element.name === '?:imagedata' || elementsOf(element).some(hasPicture)
}
