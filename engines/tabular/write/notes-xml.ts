import { columnLetters } from '../column-letters.ts'
import type { CellNote } from './sheet-xml.ts'
import { cellText } from './xml-escape.ts'

/** The comments of a sheet. */
export function* commentsXml(notes: readonly CellNote[]): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>强县</author></authors><commentList>'
  for (const { row, column, text } of notes) {
    yield `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><r><t xml:space="preserve">${cellText(text)}</t></r></text></comment>`
  }
  yield '</commentList></comments>'
}

/** The boxes in which programs draw them: without these Excel says that the file is damaged. */
export function* drawingXml(notes: readonly CellNote[]): Generator<string> {
  yield '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
  for (const [index, { row, column, text }] of notes.entries()) {
    const lines = Math.min(12, 2 + Math.ceil(text.length / 16))
    yield `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row - 1}, 4, ${column + 4}, 15, ${row - 1 + lines}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  }
  yield '</xml>'
}
