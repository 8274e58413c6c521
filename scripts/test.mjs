/**
 * `npm test`: sets up what is missing and runs every check, ending with the line `N passed, N failed`.
 * Plain JavaScript, because it runs before anything is installed; the checks themselves are in `checks/`.
 */
import { nodeVersionProblem } from './set-up/node-version.mjs'

const problem = nodeVersionProblem(process.versions.node)
if (problem === undefined) test().catch(giveUp)
else giveUp(problem)

async function test() {
  const { ROOT, packages, setUp } = await import('./set-up/set-up.mjs')
  await setUp([packages])
  const { runTypeScript } = await import('./set-up/typescript.mjs')
  const { runChecks } = await runTypeScript(ROOT, 'scripts/checks/run-checks.ts')
  process.exitCode = await runChecks(process.argv.slice(2))
}

/** @param {unknown} reason */
function giveUp(reason) {
  console.error(reason instanceof Error && reason.name === 'SetUpError' ? reason.message : reason)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
