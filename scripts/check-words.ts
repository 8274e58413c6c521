/** Fails when the kernel speaks of intellectual property: it knows registers and matters, not patents. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './set-up/set-up.mjs'
import { isTest, sourceFiles } from './source/source-files.ts'
import { subjectWords } from './source/subject-words.ts'

/** Well below what the kernel has: a check that finds almost nothing has stopped looking. */
const LEAST_FILES = 40

const files = sourceFiles(ROOT, 'kernel').filter((file) => !isTest(file))
const problems = files.flatMap((file) =>
  subjectWords(file, readFileSync(join(ROOT, file), 'utf8')).map(
    ({ line, word, text }) =>
      `${file}:${line}: “${word}” in ${text}: the kernel knows no IP; say it in a module, or name the general thing`,
  ),
)
for (const problem of problems) console.error(problem)
if (files.length < LEAST_FILES) console.error(`only ${files.length} files were looked at; there should be many more`)
if (problems.length > 0 || files.length < LEAST_FILES) process.exitCode = 1
console.log(`${files.length} files of the kernel: ${problems.length} problems`)
