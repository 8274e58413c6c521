import { strFromU8 } from 'fflate'
import { templateErrors } from './template-errors.ts'
import { openWord } from './word-parts.ts'

/**
 * The parts of a file that can serve as a template. What it says is checked elsewhere; here it is a Word file, without
 * programs in it and without anything that it would fetch from elsewhere on the computer of whoever opens a document.
 *
 * @throws documentTemplate.oldWord, hasMacros, notWord, unreadable, reachesOut
 */
export function openTemplateFile(
  file: Uint8Array,
  { fileName, mediaType }: { readonly fileName: string; readonly mediaType: string },
): Readonly<Record<string, Uint8Array>> {
  if (mediaType === 'application/msword' || mediaType === 'application/rtf') throw templateErrors.oldWord({ fileName })
  if (mediaType.includes('macroenabled')) throw templateErrors.hasMacros({ fileName })
  if (mediaType === 'application/x-ole-storage') throw templateErrors.locked({ fileName })
  if (!mediaType.includes('wordprocessingml')) throw templateErrors.notWord({ fileName })
  const parts = opened(file, fileName)
  const names = Object.keys(parts)
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
  if (/macroEnabled/i.test(types) || names.some((name) => /vbaProject|activeX/i.test(name))) {
    throw templateErrors.hasMacros({ fileName })
  }
  if (!types.includes('wordprocessingml.document.main+xml')) throw templateErrors.notWord({ fileName })
  const reaching = outwardThings(parts)
  if (reaching.length > 0) throw templateErrors.reachesOut({ fileName, things: reaching })
  return parts
}

function opened(file: Uint8Array, fileName: string): Readonly<Record<string, Uint8Array>> {
  try {
    return openWord(file)
  } catch (cause) {
    throw templateErrors.unreadable({ fileName }, { cause })
  }
}

/** Linked pictures and templates, objects of other programs, fields that fetch: whoever opens the document would run them. */
function outwardThings(parts: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const linked = Object.entries(parts).flatMap(([name, bytes]) => {
    if (!name.endsWith('.rels')) return []
    return [...strFromU8(bytes).matchAll(/<Relationship\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => tag.includes('"External"') && !/Type="[^"]*\/hyperlink"/.test(tag))
      .map((tag) => /Target="([^"]*)"/.exec(tag)?.[1] ?? name)
  })
  const objects = Object.keys(parts).filter((name) => name.startsWith('word/embeddings/'))
  const fields = Object.entries(parts).flatMap(([name, bytes]) => {
    if (!/^word\/[^/]+\.xml$/.test(name)) return []
    const found = /<w:(?:instrText[^>]*>|fldSimple[^>]*w:instr=")\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK)\b/i
    const field = found.exec(strFromU8(bytes))?.[1]
    return field === undefined ? [] : [field]
  })
  return [...linked, ...objects, ...fields]
}
