import { chineseWords } from './chinese-words.ts'

/**
 * The words of a text, for search: Chinese cut into words and their parts, Latin and digits as they stand, lower case.
 *
 * The tokens go into a column; PostgreSQL indexes them with its `simple` configuration, so the same function must cut
 * what is stored and what is asked.
 */
export function searchTokens(text: string): readonly string[] {
  const words = chineseWords().cutForSearch(text.normalize('NFKC').toLowerCase(), true)
  return [...new Set(words.map((word) => word.trim()).filter((word) => /[\p{L}\p{N}]/u.test(word)))]
}
