/** Fails when a dependency is not pinned, not free, not explained, or not what the lockfile should hold. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { directProblems, readDependencyLines } from './dependencies/dependency-problems.ts'
import { directDependencies } from './dependencies/direct-dependencies.ts'
import { type Lockfile, lockfileProblems } from './dependencies/lockfile-problems.ts'
import { ROOT } from './set-up/set-up.mjs'

/** Below what the house has: a check that finds almost nothing has stopped looking. */
const LEAST_DEPENDENCIES = 30

const dependencies = directDependencies(ROOT)
const lines = readDependencyLines(readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8'))
const lockfile = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lockfile
const problems = [...directProblems(dependencies, lines), ...lockfileProblems(lockfile)]
if (dependencies.length < LEAST_DEPENDENCIES) {
  problems.push(`only ${dependencies.length} dependencies were found; there should be many more`)
}
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
console.log(`${dependencies.length} dependencies, ${lines.length} lines: ${problems.length} problems`)
