/** Fails when an import points the wrong way, or nowhere. */
import { checkHouse } from './imports/check-house.ts'
import { ROOT } from './set-up/set-up.mjs'

/** Well below what the house has: a check that finds almost nothing has stopped looking. */
const LEAST_FILES = 150
const LEAST_IMPORTS = 400

const { files, imports, problems } = checkHouse(ROOT)
for (const problem of problems) console.error(problem)
if (files < LEAST_FILES || imports < LEAST_IMPORTS) {
  console.error(`only ${files} files with ${imports} imports were looked at; there should be many more`)
  process.exitCode = 1
}
if (problems.length > 0) process.exitCode = 1
console.log(`${imports} imports of ${files} files: ${problems.length} problems`)
