import { runQx } from './run-qx.ts'
import { processTerminal } from './terminal/terminal.ts'

// An embedded database that this process holds is given back at the 'exit' of the process, which a bare signal skips.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(code))
}

process.exitCode = await runQx(process.argv.slice(2), processTerminal())
