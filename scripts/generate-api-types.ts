/**
 * Prints what the web app shares with the server, so that it imports no other workspace at run time: the types of
 * the HTTP interface from their TypeBox schemas, and the names of all commands for the journal.
 *
 *   npx tsx scripts/generate-api-types.ts           writes the files
 *   npx tsx scripts/generate-api-types.ts --check   exits with 1 when a file is not what would be written
 */
import { readFileSync, writeFileSync } from 'node:fs'
import * as channels from '@qiangxian/kernel/channels/channel.schemas'
import { DocumentCheck } from '@qiangxian/kernel/documents/document.schemas'
import {
  DocumentKindView,
  MatterTemplates,
  UploadedTemplate,
} from '@qiangxian/kernel/documents/templates/template.schemas'
import * as draws from '@qiangxian/kernel/draws/draws.schemas'
import * as imports from '@qiangxian/kernel/imports/imports.schemas'
import * as indicators from '@qiangxian/kernel/indicators/indicators.schemas'
import { ParameterRow } from '@qiangxian/kernel/jurisdiction/county.operations'
import * as applying from '@qiangxian/kernel/matters/applying/applying.schemas'
import * as matters from '@qiangxian/kernel/matters/matters.schemas'
import { MatterTypeDetail, MatterTypeRow, VersionEffectView } from '@qiangxian/kernel/matters/operations/type.schemas'
import * as reading from '@qiangxian/kernel/matters/reading/reading.schemas'
import * as programme from '@qiangxian/kernel/plan/programme.schemas'
import * as progress from '@qiangxian/kernel/progress/progress.schemas'
import * as ratings from '@qiangxian/kernel/ratings/ratings.schemas'
import * as registers from '@qiangxian/kernel/registers/registers.schemas'
import * as reviews from '@qiangxian/kernel/reviews/reviews.schemas'
import * as rules from '@qiangxian/kernel/rules/rules.schemas'
import * as services from '@qiangxian/kernel/services/services.schemas'
import * as visits from '@qiangxian/kernel/visits/visits.schemas'
import * as windows from '@qiangxian/kernel/window/window.schemas'
import * as planImport from '@qiangxian/modules/management/plan-decomposition/plan-import.schemas'
import { CallEligibility, Eligibility } from '@qiangxian/modules/management/policy-grants/eligibility.schemas'
import { SignedIn, SignInCode, UpcomingSession } from '@qiangxian/modules/talent/training/training.schemas'
import { operations } from '@qiangxian/server/operations'
import { createFirstAdministrator } from '@qiangxian/server/routes/session.routes'
import { printTypes } from './print-schema-types.ts'

const files = [
  {
    path: 'web/src/api/types.gen.ts',
    text: printTypes(
      [
        Object.entries(programme),
        Object.entries(progress),
        Object.entries(planImport),
        Object.entries(registers).filter(([name]) => name !== 'listInput'),
        // a plan that is imported has a status of its own by that name
        Object.entries(imports).map(
          ([name, schema]) => [name === 'ImportStatus' ? 'RunStatus' : name, schema] as const,
        ),
        Object.entries(indicators),
        Object.entries(matters),
        Object.entries(applying),
        Object.entries(visits),
        Object.entries(windows),
        Object.entries(ratings),
        // beside schemas there are lists of names and of inputs, written small
        Object.entries(reading).filter(([name]) => /^[A-Z]/.test(name)),
        Object.entries(services),
        Object.entries({ MatterTypeDetail, MatterTypeRow, VersionEffectView }),
        Object.entries({ DocumentKindView, MatterTemplates, UploadedTemplate }),
        Object.entries(channels),
        Object.entries(draws),
        Object.entries(reviews),
        Object.entries(rules),
        Object.entries({
          ParameterRow,
          DocumentCheck,
          CallEligibility,
          Eligibility,
          UpcomingSession,
          SignInCode,
          SignedIn,
        }),
      ].flat(),
    ),
  },
  { path: 'web/src/api/command-labels.gen.ts', text: printCommandLabels() },
]
const at = (path: string) => new URL(`../${path}`, import.meta.url)

if (process.argv.includes('--check')) {
  const stale = files.filter(({ path, text }) => readFileSync(at(path), 'utf8') !== text)
  for (const { path } of stale) console.error(`${path} is out of date. Run: npx tsx scripts/generate-api-types.ts`)
  if (stale.length > 0) process.exit(1)
  console.log('The web app’s copies of the interface match the server')
} else {
  for (const { path, text } of files) {
    writeFileSync(at(path), text)
    console.log(`${path} written, ${text.split('\n').length} lines`)
  }
}

function printCommandLabels(): string {
  const commands = [...operations, createFirstAdministrator].filter(({ kind }) => kind === 'command')
  const lines = commands.map(({ id, label }) => `  '${id}': { zh: ${quote(label.zh)}, en: ${quote(label.en)} },`)
  return [
    '// Printed by scripts/generate-api-types.ts from the operations of the server. Do not edit.',
    '',
    'export const commandLabels: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {',
    ...[...new Set(lines)].sort(),
    '}',
    '',
  ].join('\n')
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
