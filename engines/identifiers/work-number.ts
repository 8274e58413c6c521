import { invalid, plain, type Reading, refusedAtOnce, valid, type Words, yearTrouble } from './reading.ts'

export interface WorkNumber {
  /** 国, or the province in one word: 苏 */
  readonly region: string
  readonly year: number
  readonly classLetter: string
  /** what the letter mostly stands for; undefined where that is not known */
  readonly classLabel?: Words
}

/** Registration began on 1 January 1995, with numbers of the year before. */
const FIRST_YEAR = 1994

/**
 * What the letters mostly stand for. Only A and F are sure: offices changed the others, so a county may say which
 * letters its office uses, and a letter that is not listed is still a letter.
 */
export const WORK_CLASSES: Readonly<Record<string, Words>> = {
  A: { zh: '文字', en: 'Literary' },
  B: { zh: '音乐', en: 'Music' },
  C: { zh: '戏剧、曲艺', en: 'Drama, folk performing' },
  D: { zh: '舞蹈、杂技', en: 'Dance, acrobatics' },
  E: { zh: '曲艺', en: 'Folk performing' },
  F: { zh: '美术', en: 'Fine art' },
  G: { zh: '摄影', en: 'Photography' },
  H: { zh: '图形', en: 'Graphic' },
  I: { zh: '视听', en: 'Audiovisual' },
  J: { zh: '模型、图形', en: 'Model, graphic' },
  K: { zh: '录音制品', en: 'Sound recording' },
  L: { zh: '录像、其他', en: 'Video recording, other' },
}

export interface WorkNumberOptions {
  readonly today?: string
  /** class letters in use, as a word: 'ABCDEFGHIJKL'; every letter where it is not given */
  readonly classLetters?: string
}

/**
 * Reads the registration number of a work 作品登记号.
 *
 * @source 作品自愿登记试行办法 第十条
 * @example readWorkNumber('苏作登字-2025-F-00012345') // valid, as written
 */
export function readWorkNumber(written: string, options: WorkNumberOptions = {}): Reading<WorkNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const [, region = '', digits = '', letter = '', serial = ''] =
    /^(国|[一-龥]{1,3})作登字-?(\d{4})-?([A-Z])-?(\d{6,8})$/.exec(bracketsAsDashes(plain(written))) ?? []
  if (region === '') {
    return invalid(
      '不是作品登记号：应写成 苏作登字-2025-F-00012345（地区、年份、类别字母、顺序号）。',
      'This is no registration number of a work; it is written 苏作登字-2025-F-00012345: region, year, letter, serial.',
    )
  }
  const { today, classLetters } = options
  const year = Number(digits)
  const trouble = yearTrouble(year, FIRST_YEAR, today)
  if (trouble !== undefined) return trouble
  if (classLetters !== undefined && !classLetters.toUpperCase().includes(letter)) {
    return invalid(
      `类别字母 ${letter} 不在本地使用的 ${classLetters} 之内。`,
      `The class letter ${letter} is none of ${classLetters}, which are used here.`,
    )
  }
  const classLabel = WORK_CLASSES[letter]
  return valid(`${region}作登字-${digits}-${letter}-${serial}`, {
    region,
    year,
    classLetter: letter,
    ...(classLabel === undefined ? {} : { classLabel }),
  })
}

function bracketsAsDashes(text: string): string {
  return text
    .replace(/[〔[【(]/g, '-')
    .replace(/[〕\]】)]/g, '-')
    .replace(/-+/g, '-')
}
