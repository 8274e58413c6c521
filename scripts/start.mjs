/**
 * `npm start`: sets up what is missing and runs the server in this same process, so that signals and the exit code are
 * the server's own. Plain JavaScript, because it runs before anything is installed.
 */
import { pathToFileURL } from 'node:url'
import { nodeVersionProblem } from './set-up/node-version.mjs'

const problem = nodeVersionProblem(process.versions.node)
if (problem === undefined) start().catch(giveUp)
else giveUp(problem)

async function start() {
  const { ROOT, builtProgram, builtWeb, packages, setUp } = await import('./set-up/set-up.mjs')
  const { startArguments } = await import('./set-up/start-arguments.mjs')
  const given = startArguments(process.argv.slice(2), process.env)
  if ('problem' in given) return giveUp(given.problem)

  await setUp([packages, builtProgram, builtWeb])
  process.argv.splice(2, Infinity, ...given.args)
  const { builtProgramFile } = await import('./set-up/program-build.mjs')
  // A fault is told with the lines as they were written.
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(builtProgramFile(ROOT)).href)
}

/** @param {unknown} reason */
function giveUp(reason) {
  const isForUsers = typeof reason === 'string' || (reason instanceof Error && reason.name === 'SetUpError')
  console.error(isForUsers && reason instanceof Error ? reason.message : reason)
  process.exitCode = 1
}
