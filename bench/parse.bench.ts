import { readFileSync } from 'node:fs'
import { compilePlan } from '@qiangxian/engines/plan-document/compile-plan'
import { readDocument } from '@qiangxian/engines/plan-document/read/read-document'
import { searchTokens } from '@qiangxian/kernel/search/search-tokens'
import { type BenchResult, result, sideBySide } from './measure.ts'

/** A page of the genre has about a thousand characters. */
const pages = 200
const charactersPerPage = 1_000

/**
 * The plan compiler on a document of 200 pages: the example plan again and again, tasks renumbered by nobody, as long
 * as the longest plans are. Baseline: cutting the same text into words with jieba, which is native code.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const example = readFileSync(new URL('../docs/examples/yunting-plan.txt', import.meta.url), 'utf8')
  const text = example
    .repeat(Math.ceil((pages * charactersPerPage) / example.length))
    .slice(0, pages * charactersPerPage)
  const bytes = new TextEncoder().encode(text)
  const rounds = 9
  const parse = async () => {
    const read = await readDocument(bytes, { fileName: 'plan.txt' })
    if (!read.ok) throw new Error(read.refusal.message.en)
    return compilePlan(read.source)
  }
  const cut = async () => searchTokens(text)
  await sideBySide(2, parse, cut)
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 5)
  const times = await sideBySide(rounds, parse, cut)
  clearInterval(watch)
  peak = Math.max(peak, process.memoryUsage().rss)
  const megabytes = Math.round(peak / 1024 / 1024)
  const shortBytes = new TextEncoder().encode(example)
  const one = await sideBySide(
    30,
    async () => {
      const read = await readDocument(shortBytes, { fileName: 'plan.txt' })
      if (read.ok) compilePlan(read.source)
    },
    async () => searchTokens(example),
  )
  return [
    result({
      name: 'parse 200 pages',
      unit: 'ms',
      ...times,
      n: rounds,
      note: `${text.length} characters, whole process ${megabytes} MB resident; baseline: jieba cuts the same text into words`,
    }),
    result({
      name: 'parse one plan',
      unit: 'ms',
      ...one,
      n: 30,
      note: `${example.length} characters; baseline: jieba cuts the same text into words`,
    }),
  ]
}
