/**
 * The text by which two ways of writing a name are the same: width, case, brackets, spaces and punctuation do not count.
 *
 * @example foldName('宜兴 演示陶瓷（集团）有限公司') // '宜兴演示陶瓷(集团)有限公司'
 */
export function foldName(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〔[【{「『〈<《]/g, '(')
    .replace(/[〕\]】}」』〉>》]/g, ')')
    .replace(silent, '')
}

/** Spaces of all kinds, invisible characters, points and dashes: people leave them out or put them in at will. */
const silent = /[\s\u200b-\u200f\u2060\ufeff·•・‧.,。、;:!?'"“”‘’`_\-‐-―~*]/g
