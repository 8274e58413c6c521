import type { Localized } from '../../errors/define-errors.ts'
import { findPlaceholder, isThere, nearestName, type Placeholder } from './placeholders.ts'
import type { WordParagraph } from './word-parts.ts'

/** A placeholder that a template uses, and whether an act is refused when there is nothing to put there. */
export interface UsedPlaceholder {
  /** as it stands in the file, without spaces */
  readonly written: string
  readonly key: string
  readonly isNeeded: boolean
}

export interface TemplateReading {
  readonly used: readonly UsedPlaceholder[]
  /** all of them at once, each with its place and what to do */
  readonly problems: readonly Localized[]
  /** what may be kept as it is, and is better known */
  readonly cautions: readonly Localized[]
}

interface Open {
  readonly key: string
  readonly paragraph: WordParagraph
}

/** What a template asks for, and what is wrong with it. */
export function readTemplateWords(
  paragraphs: readonly WordParagraph[],
  placeholders: readonly Placeholder[],
): TemplateReading {
  const problems: Localized[] = []
  const needed = new Map<string, boolean>()
  const names = new Map<string, string>()
  const open: Open[] = []
  for (const paragraph of paragraphs) {
    problems.push(...bracketProblems(paragraph))
    for (const [, mark = '', written = ''] of paragraph.text.matchAll(/\{([#/]?)([^{}]*)\}/g)) {
      const found = findPlaceholder(placeholders, written)
      if (found === undefined) {
        problems.push(unknown(paragraph, written, nearestName(placeholders, written)))
        continue
      }
      names.set(written.replaceAll(/\s/g, ''), found.key)
      if (mark === '#') open.push({ key: found.key, paragraph })
      else if (mark === '/') problems.push(...closed(open, found, paragraph))
      else {
        const guarded = open.some(({ key }) => key === found.key)
        needed.set(found.key, (needed.get(found.key) ?? false) || !(guarded || found.standsAlone))
        if (found.standsAlone && paragraph.text.trim() !== `{${written}}`) problems.push(besides(paragraph, found))
      }
    }
  }
  problems.push(...open.map(({ key, paragraph }) => neverClosed(nameOf(placeholders, key), paragraph)))
  const used = new Set(needed.keys())
  problems.push(...placeholders.filter((each) => each.isObligatory && !isThere(each, used)).map(lacking))
  const unguarded = placeholders.filter(({ key, mayBeEmpty }) => mayBeEmpty && needed.get(key) === true)
  return {
    used: [...names].map(([written, key]) => ({ written, key, isNeeded: needed.get(key) ?? false })),
    problems,
    cautions: unguarded.map(mayBeMissing),
  }
}

function nameOf(placeholders: readonly Placeholder[], key: string): string {
  return placeholders.find((each) => each.key === key)?.name ?? key
}

/** A brace without its other half, in the paragraph where it stands: a placeholder never spans two. */
function bracketProblems({ where, text }: WordParagraph): readonly Localized[] {
  const rest = text.replaceAll(/\{[^{}]*\}/g, '')
  const wide = /[｛｝]/.test(text)
    ? [
        {
          zh: `${where.zh}“${shortened(text)}”用了全角花括号｛｝，请改成半角 { }。`,
          en: `${where.en} has full-width braces ｛｝ in “${shortened(text)}”; write { } instead.`,
        },
      ]
    : []
  const broken = /[{}]/.test(rest)
    ? [
        {
          zh: `${where.zh}“${shortened(text)}”的花括号不成对，请写成 {名称}，并且写在同一段里。`,
          en: `${where.en} has a brace without its other half in “${shortened(text)}”; write {name}, within one paragraph.`,
        },
      ]
    : []
  return [...wide, ...broken]
}

function unknown({ where }: WordParagraph, written: string, nearest: string | undefined): Localized {
  return {
    zh: `${where.zh}的 {${written}} 不认识${nearest === undefined ? '，请从占位符清单里选' : `，是不是 {${nearest}}`}。`,
    en: `{${written}} in ${where.en} is unknown${nearest === undefined ? '; choose one from the list' : `; did you mean {${nearest}}`}.`,
  }
}

function closed(open: Open[], found: Placeholder, { where }: WordParagraph): readonly Localized[] {
  const last = open.at(-1)
  if (last?.key === found.key) {
    open.pop()
    return []
  }
  return [
    {
      zh: `${where.zh}的 {/${found.name}} 前面没有对应的 {#${found.name}}。`,
      en: `{/${found.name}} in ${where.en} has no {#${found.name}} before it.`,
    },
  ]
}

function neverClosed(name: string, { where }: WordParagraph): Localized {
  return {
    zh: `${where.zh}的 {#${name}} 后面没有 {/${name}}。`,
    en: `{#${name}} in ${where.en} is followed by no {/${name}}.`,
  }
}

function besides({ where, text }: WordParagraph, { name }: Placeholder): Localized {
  return {
    zh: `${where.zh}“${shortened(text)}”：{${name}} 要单独成段，前后不能有别的字。`,
    en: `${where.en}, “${shortened(text)}”: {${name}} is a paragraph of its own, with nothing beside it.`,
  }
}

function lacking({ name, meaning }: Placeholder): Localized {
  return {
    zh: `缺 {${name}}（${meaning.zh}），每份文书都要有，请加上。`,
    en: `{${name}} (${meaning.en}) is missing; every document has it.`,
  }
}

function mayBeMissing({ name }: Placeholder): Localized {
  return {
    zh: `{${name}} 可能没有内容，那时这份文书不能签发。可以写成 {#${name}}……{${name}}……{/${name}}，没有内容就整段不出现。`,
    en: `{${name}} may be empty, and the document is then not issued. Write {#${name}}…{${name}}…{/${name}} to leave it out instead.`,
  }
}

function shortened(text: string): string {
  const characters = [...text.trim()]
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : text.trim()
}
