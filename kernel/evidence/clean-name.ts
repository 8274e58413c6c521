/**
 * File names as people gave them, made safe to show, to send in a header and to save on any system.
 *
 * The store itself never uses a name in a path; these are for screens, messages and downloads.
 */

export const longestNameBytes = 200
const unnamed = '未命名文件'

/** Characters that no file name may carry on Windows. */
const forbidden = /[<>:"|?*\\/]/g
/**
 * Control and format characters: they turn text around (`gnp.exe` shown as `exe.png`) or are not seen at all.
 * Private-use and unassigned characters stay, since rare characters in people's names are still written with them.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\u2028\u2029]/gu
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i

/**
 * The name without folders, control, invisible and direction-changing characters, quotes, and at most `longestBytes` in
 * UTF-8 with its ending kept. Cleaning a clean name changes nothing.
 *
 * @example cleanFileName('C:\\资料\\“报告”\u202Efdp.exe') // '“报告”fdp.exe'
 */
export function cleanFileName(given: string, longestBytes: number = longestNameBytes): string {
  const lastPart =
    given.toWellFormed().replace(invisible, '').normalize('NFC').split(/[\\/]/).findLast(isSomething) ?? ''
  const trimmed = trimEdges(lastPart.replace(forbidden, '_').replace(/\s+/g, ' '))
  if (trimmed === '') return unnamed
  const unreserved = reserved.test(trimmed) ? `_${trimmed}` : trimmed
  return shorten(unreserved, longestBytes)
}

function isSomething(part: string): boolean {
  return trimEdges(part) !== ''
}

/** Windows drops dots and blanks at the end; a dot at the beginning hides a file elsewhere. */
function trimEdges(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, '')
}

function shorten(name: string, longestBytes: number): string {
  if (Buffer.byteLength(name) <= longestBytes) return name
  const ending = /\.[^. ]{1,12}$/u.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - ending.length)
  const room = longestBytes - Buffer.byteLength(ending) - Buffer.byteLength('…')
  let kept = ''
  let bytes = 0
  for (const character of stem) {
    bytes += Buffer.byteLength(character)
    if (bytes > room) break
    kept += character
  }
  return `${kept.trimEnd()}…${ending}`
}

/** Endings that a desktop runs on a double click. */
const runnable =
  /\.(?:exe|com|scr|pif|cpl|dll|bat|cmd|vbs|vbe|js|jse|mjs|wsf|wsh|hta|ps1|psm1|msi|msp|msc|lnk|url|reg|jar|app|command|desktop|sh|py|pyw|chm|scf|inf|gadget|appref-ms|iso|img|vhd|vhdx)$/i

/**
 * The name under which a file is downloaded. Source code is honest evidence (software copyright), but `main.js` must not
 * run when an official double-clicks it, so such names end in `.txt`.
 */
export function downloadName(name: string): string {
  const clean = cleanFileName(name, longestNameBytes - '.txt'.length)
  return runnable.test(clean) ? `${clean}.txt` : clean
}
