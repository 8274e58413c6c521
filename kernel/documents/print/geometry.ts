/**
 * What the form of official documents fixes, in millimetres from the top left corner of the sheet.
 *
 * @source 党政机关公文格式 GB/T 9704—2012 §5.1, §5.2, §7.5, §10.1
 */
export const geometry = {
  sheet: { width: 210, height: 297 },
  /** 天头 37 mm, 订口 28 mm; the 版心 is 156 × 225 mm, which leaves the rest */
  top: 37,
  left: 28,
  width: 156,
  height: 225,
  right: 210 - 28 - 156,
  bottom: 297 - 37 - 225,
  linesPerPage: 22,
  charactersPerLine: 28,
  /**
   * 3号 is 16 pt, and 28 of them are 158 mm: each of the 27 spaces between them gives up 0.076 mm, so that they fit into
   * 156, and a hair for rounding
   */
  tracking: (156 - 28 * 16 * (25.4 / 72)) / 27 - 0.0005,
  linePitch: 225 / 22,
  /** 一字线上距版心下边缘 7 mm */
  pageNumberTop: 37 + 225 + 7,
  /** 核验码 and what must be said of the seal, in the margin beneath everything that the standard knows */
  checkTop: 279.5,
  checkSize: 13,
  letter: {
    /** 发文机关标志上边缘至上页边为 30 mm */
    markTop: 30,
    /** as high as the office chooses; a longer name is made smaller until it fits into the type area */
    markHeight: 15,
    /** 红色双线 170 mm, centred on the sheet; the standard's lower one 20 mm above the edge of the paper */
    lineLeft: (210 - 170) / 2,
    lineWidth: 170,
    lowerLine: 297 - 20,
    /** 发文字号 under the line by 7/8 of the height of a 3号 character */
    belowLine: (7 / 8) * 16 * (25.4 / 72),
  },
} as const

/** 3号, 2号, 小四, 5号 in points */
export const points = { three: 16, two: 22, smallFour: 12, five: 10.5, four: 14 } as const

export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1_440)
}
