import { delimiter, join } from 'node:path'
import { builtWeb, ROOT, setUp } from '../set-up/set-up.mjs'
import type { Check } from './check.ts'
import { provideChromium } from './chromium.ts'
import { runCommand } from './command.ts'
import { ONE_FAILED, ONE_PASSED } from './tally.ts'
import { vitestCheck } from './vitest-check.ts'

/** What `npm test` runs, the quick ones first. */
export const allChecks: readonly Check[] = [
  command('types', 'Types of the programs', 'tsc', '-p', '.'),
  command('web-types', 'Types of the pages', 'tsc', '-p', 'web'),
  command('format', 'Format and lint', 'biome', 'ci', '--colors=off', '--max-diagnostics=10', '.'),
  command('imports', 'Imports point one way', 'tsx', 'scripts/check-imports.ts'),
  command('words', 'The kernel knows no IP', 'tsx', 'scripts/check-words.ts'),
  command('dependencies', 'Dependencies are pinned, free and explained', 'tsx', 'scripts/check-dependencies.ts'),
  command('links', 'Links in documents lead somewhere', 'tsx', 'scripts/check-links.ts'),
  command('dead-code', 'No dead code', 'knip', '--no-progress', '--no-config-hints'),
  command('generated', 'Generated files are current', 'tsx', 'scripts/generate.ts', '--check'),
  vitestCheck(ROOT, {
    id: 'unit',
    title: 'Rules, declarations, storage, requests',
    config: 'vitest.config.ts',
    timeoutMinutes: 20,
  }),
  { id: 'web-build', title: 'The pages can be built', run: buildPages },
  command('web-weight', 'Weight of the pages', 'npm', 'run', '--silent', 'size', '-w', 'web'),
  vitestCheck(ROOT, {
    id: 'journeys',
    title: 'Journeys in a browser',
    config: 'e2e/vitest.config.ts',
    timeoutMinutes: 20,
    prepare: provideChromium,
  }),
]

/** A program whose exit code is the verdict; its output is shown when it fails. */
function command(id: string, title: string, program: string, ...args: string[]): Check {
  return {
    id,
    title,
    run: async () => {
      const path = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
      const { code, output } = await runCommand(program, args, {
        cwd: ROOT,
        env: { PATH: path },
        timeoutMinutes: 5,
        output: 'kept',
      })
      return code === 0 ? { tally: ONE_PASSED, details: '' } : { tally: ONE_FAILED, details: output }
    },
  }
}

async function buildPages() {
  await setUp([builtWeb])
  return { tally: ONE_PASSED, details: '' }
}
