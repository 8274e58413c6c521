import type { Matters } from '../../matters/matters.ts'
import type { Operation } from '../../operations/operation.ts'
import { templateCommands } from './change-templates.commands.ts'
import { showTemplates } from './show-templates.query.ts'
import { templateFileQueries } from './template-files.queries.ts'

/** The county's own Word templates of the documents that matters issue. */
export function documentTemplateOperations(matters: Matters): readonly Operation[] {
  return [showTemplates(matters), ...templateFileQueries(matters), ...templateCommands(matters)]
}
