/** What a spreadsheet takes in one cell. */
const mostChars = 32_767
const cut = '…（过长，其余未写出）'

/** Text as it stands in the XML of a workbook; what XML cannot hold is written as `_x001F_`. */
export function cellText(text: string): string {
  const taken = text.length > mostChars ? text.slice(0, mostChars - cut.length) + cut : text
  return xmlText(taken.includes('_x') ? taken.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : taken)
}

export function xmlText(text: string): string {
  if (!needsCare.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/(?![\n\t])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, (char) => {
      const code = char.charCodeAt(0)
      // C1 controls are characters of XML; half of a pair and the others are none.
      if (code >= 0x7f && code <= 0x9f) return char
      return char.isWellFormed() && code < 0xfffe ? `_x${code.toString(16).toUpperCase().padStart(4, '0')}_` : '\ufffd'
    })
}

const needsCare = /[&<>"]|(?![\n\t])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u
