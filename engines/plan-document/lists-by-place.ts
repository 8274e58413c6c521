import type { ResponsibilityList } from './responsibility.ts'

/** Lists in the order of the text, found by place without walking through all of them. */
export class ListsByPlace {
  readonly all: readonly ResponsibilityList[]

  constructor(lists: readonly ResponsibilityList[]) {
    this.all = lists
  }

  /** The lists that lie wholly between two positions. */
  between(start: number, end: number): ResponsibilityList[] {
    const found: ResponsibilityList[] = []
    for (let index = this.#firstFrom(start); index < this.all.length; index += 1) {
      const list = this.all[index]
      if (list === undefined || list.range.start >= end) break
      if (list.range.end <= end) found.push(list)
    }
    return found
  }

  #firstFrom(start: number): number {
    let low = 0
    let high = this.all.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.all[middle]?.range.start ?? 0) < start) low = middle + 1
      else high = middle
    }
    return low
  }
}
