import { allChecks } from './all-checks.ts'
import type { Check, Outcome } from './check.ts'
import { chosenChecks } from './chosen-checks.ts'
import { openMemoryFolder } from './memory-folder.ts'
import { closingLine, hasPassed, ONE_FAILED, sum } from './tally.ts'

interface Finished {
  readonly check: Check
  readonly outcome: Outcome
  readonly seconds: number
}

/** Runs the checks one after the other, all of them, also after a failure. Returns the exit code. */
export async function runChecks(args: readonly string[]): Promise<number> {
  const choice = chosenChecks(allChecks, args)
  if ('problem' in choice) {
    console.error(choice.problem)
    console.log(closingLine(ONE_FAILED))
    return 1
  }
  const folder = process.env['QX_TEST_FOLDER'] ?? openMemoryFolder()
  if (folder !== undefined) process.env['QX_TEST_FOLDER'] = folder
  const finished: Finished[] = []
  for (const check of choice.checks) {
    console.log(`\n── ${finished.length + 1}/${choice.checks.length} ${check.title} (${check.id})`)
    const started = performance.now()
    const outcome = await outcomeOf(check)
    const result = { check, outcome, seconds: (performance.now() - started) / 1000 }
    if (outcome.details !== '') console.log(outcome.details.trimEnd())
    console.log(`   ${verdict(result)}`)
    finished.push(result)
  }
  const total = sum(finished.map(({ outcome }) => outcome.tally))
  console.log(`\n── ${choice.checks.length} checks`)
  for (const result of finished) console.log(`   ${result.check.title.padEnd(44)} ${verdict(result)}`)
  console.log(`\n${closingLine(total)}`)
  return hasPassed(total) ? 0 : 1
}

async function outcomeOf(check: Check): Promise<Outcome> {
  try {
    return await check.run()
  } catch (error) {
    return { tally: ONE_FAILED, details: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function verdict({ outcome, seconds }: Finished): string {
  return `${hasPassed(outcome.tally) ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s: ${closingLine(outcome.tally)}`
}
