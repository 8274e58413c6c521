/** Which headings of the task chapters are the tasks (重点任务), and which only group them. */
import { type ChapterKind, classifyTitle } from './chapters.ts'
import type { ListsByPlace } from './lists-by-place.ts'
import type { Heading, Outline } from './outline.ts'
import type { ResponsibilityList } from './responsibility.ts'

export interface TaskPlace {
  readonly heading: Heading
  readonly group: string | null
  readonly lists: readonly ResponsibilityList[]
}

export interface Chapters {
  /** what each heading is for, inherited from its chapter where its own title does not say */
  readonly kindOf: ReadonlyMap<Heading, ChapterKind>
  readonly tasks: readonly TaskPlace[]
}

export function sortChapters(outline: Outline, lists: ListsByPlace, hasTaskTable: boolean): Chapters {
  const kinds = new Map<Heading, ChapterKind>()
  const top = chaptersOf(outline)
  const named = new Map(top.map((chapter) => [chapter, classifyTitle(chapter.title)]))
  const explicit = top.some(
    (chapter) => named.get(chapter) === 'tasks' && (chapter.children.length > 0 || chapter.body.length > 0),
  )
  const anyLists = lists.all.length > 0

  for (const chapter of top) {
    let kind = named.get(chapter) ?? 'unknown'
    const own = lists.between(chapter.start, chapter.end).length
    if (kind === 'unknown') {
      if (own > 0) kind = 'tasks'
      else if (
        !explicit &&
        !hasTaskTable &&
        (anyLists
          ? chapter.children.length > 0
          : chapter.children.length > 0 || chapter.kind === 'han' || chapter.kind === 'article')
      )
        kind = 'tasks'
    } else if (kind === 'goals' && own >= 2 && chapter.children.length > 1 && !explicit) kind = 'tasks'
    else if (kind === 'safeguards' && own > 0 && !(explicit && classifyTitle(chapter.title, true) === 'safeguards')) {
      // 强化要素保障 with responsible units is a group of tasks, whatever it is called.
      kind = 'tasks'
    }
    mark(chapter, kind, kinds)
  }
  const tasks: TaskPlace[] = []
  for (const chapter of top)
    if (kinds.get(chapter) === 'tasks') gather(chapter, null, { lists, anyLists, hasTaskTable }, tasks)
  return { kindOf: kinds, tasks }
}

/** Chapters are the top of the outline; a single heading above everything is only the title printed with a number. */
function chaptersOf(outline: Outline): readonly Heading[] {
  const only = outline.top[0]
  return outline.top.length === 1 && only !== undefined && only.children.length > 2 && only.kind === 'plain'
    ? only.children
    : outline.top
}

function mark(heading: Heading, kind: ChapterKind, kinds: Map<Heading, ChapterKind>): void {
  kinds.set(heading, kind)
  for (const child of heading.children) {
    const own =
      kind === 'overall' || kind === 'unknown' || kind === 'background' ? classifyTitle(child.title) : 'unknown'
    mark(child, own === 'unknown' || own === 'tasks' ? kind : own, kinds)
  }
}

/** Lists that stand in the text of the heading itself, not below one of its children. */
const ownLists = (heading: Heading, lists: ListsByPlace): ResponsibilityList[] =>
  heading.body.flatMap((line) => lists.between(line.start, line.end))

const listsBelow = (heading: Heading, lists: ListsByPlace): ResponsibilityList[] =>
  lists.between(heading.start, heading.end)

interface Told {
  readonly lists: ListsByPlace
  readonly anyLists: boolean
  readonly hasTaskTable: boolean
}

function gather(chapter: Heading, group: string | null, told: Told, tasks: TaskPlace[]): void {
  const below = listsBelow(chapter, told.lists)
  if (chapter.children.length === 0) {
    // 二、重点任务 with a sentence and a table: the rows are the tasks.
    const empty = chapter.body.length === 0 && below.length === 0
    const onlyIntroduces =
      classifyTitle(chapter.title) === 'tasks' && (empty || (told.hasTaskTable && below.length === 0))
    if (!onlyIntroduces) tasks.push({ heading: chapter, group, lists: below })
    return
  }
  const name = isOnlyATitle(chapter) ? null : chapter.title
  for (const child of chapter.children) {
    if (isTask(child, told.lists, told.anyLists))
      tasks.push({ heading: child, group: name ?? group, lists: listsBelow(child, told.lists) })
    else gather(child, name ?? group, told, tasks)
  }
}

/** 三、重点任务 names no group. */
const isOnlyATitle = (chapter: Heading): boolean =>
  chapter.level === 1 && classifyTitle(chapter.title) === 'tasks' && /任务|举措|措施|工作|内容|安排/.test(chapter.title)

function isTask(heading: Heading, lists: ListsByPlace, anyLists: boolean): boolean {
  if (heading.children.length === 0) return true
  if (ownLists(heading, lists).length > 0) return true
  const listed = heading.children.filter((child) => listsBelow(child, lists).length > 0)
  if (listed.length === 0) {
    // Without any list the steps (1) (2) below a task with a text of its own are parts of it.
    if (!anyLists)
      return (
        heading.body.length > 0 ||
        heading.children.every((child) => child.kind === 'arabicParen' || child.kind === 'circled')
      )
    return (
      heading.body.length > 0 ||
      heading.children.every((child) => child.kind === 'arabicParen' || child.kind === 'circled')
    )
  }
  // Only the last one has a list, in a paragraph of its own: the list of the whole.
  const last = heading.children.at(-1)
  if (listed.length === 1 && listed[0] === last && last !== undefined) {
    const own = ownLists(last, lists)
    if (heading.children.length > 1 || own.every(({ ownLine }) => ownLine)) {
      if (heading.children.length > 1 || last.kind === 'arabicParen' || last.kind === 'circled') return true
    }
  }
  return false
}
