import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The index of what the subjects declare (`modules/declarations.gen.ts`): registers, indicators, quality rules and
 * formats, found by the ending of their file. A new one is a new file, and no list has to be kept.
 */
const kinds = [
  {
    list: 'registers',
    ending: '.register.ts',
    type: 'RegisterDeclaration',
    from: '@qiangxian/kernel/registers/register.types',
  },
  {
    list: 'indicators',
    ending: '.indicators.ts',
    type: 'IndicatorDeclaration',
    from: '@qiangxian/kernel/indicators/indicator.types',
  },
  {
    list: 'qualityRules',
    ending: '.quality.ts',
    type: 'QualityRuleDeclaration',
    from: '@qiangxian/kernel/indicators/indicator.types',
  },
  { list: 'matters', ending: '.matter.ts', type: 'MatterDeclaration', from: '@qiangxian/kernel/matters/matter.types' },
  { list: 'guards', ending: '.guards.ts', type: 'GuardDeclaration', from: '@qiangxian/kernel/matters/matter.types' },
  { list: 'rules', ending: '.rules.ts', type: 'RuleDeclaration', from: '@qiangxian/kernel/rules/rule.types' },
  { list: 'formats', ending: '.formats.ts', type: 'Format', from: '@qiangxian/kernel/registers/field.types' },
] as const

/** The plan's own order of its areas, which is that of every list. */
const areas = ['management', 'creation', 'protection', 'utilization', 'services', 'talent', 'region']

interface DeclaringFile {
  /** from the folder of the modules, with forward slashes */
  readonly path: string
  /** exported constants that are declarations or lists of them */
  readonly names: readonly { readonly name: string; readonly isList: boolean }[]
}

/** @throws when a file with such an ending exports nothing that could be a declaration */
export async function printDeclarations(modules: string): Promise<string> {
  const files = sourcesIn(modules)
  const parts = []
  for (const kind of kinds) {
    const declaring: DeclaringFile[] = []
    for (const path of files.filter((file) => file.endsWith(kind.ending))) declaring.push(await namesIn(modules, path))
    parts.push({ ...kind, declaring })
  }
  const local = localNames(parts.flatMap(({ ending, declaring }) => declaring.map((file) => ({ ...file, ending }))))
  const types = new Map<string, string[]>()
  for (const { type, from } of parts) types.set(from, [...new Set([...(types.get(from) ?? []), type])].sort())
  return [
    '// Printed by scripts/generate.ts from the files of the subjects. Do not edit.',
    ...[...types].sort().map(([from, names]) => `import type { ${names.join(', ')} } from '${from}'`),
    ...parts
      .flatMap(({ declaring }) => declaring)
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(
        ({ path, names }) =>
          `import { ${names
            .map(({ name }) => name)
            .sort()
            .map((name) => (local(path, name) === name ? name : `${name} as ${local(path, name)}`))
            .join(', ')} } from './${path}'`,
      ),
    ...parts.flatMap(({ list, type, declaring }) => [
      '',
      `export const ${list}: readonly ${type}[] = [`,
      ...declaring.flatMap(({ path, names }) =>
        names.map(({ name, isList }) => `  ${isList ? '...' : ''}${local(path, name)},`),
      ),
      ']',
    ]),
    '',
  ].join('\n')
}

/** The name of a declaration in the index: with its kind where two files use the same, `violationReportMatter`. */
function localNames(files: readonly (DeclaringFile & { readonly ending: string })[]) {
  const uses = new Map<string, number>()
  for (const { names } of files) for (const { name } of names) uses.set(name, (uses.get(name) ?? 0) + 1)
  const kindOf = new Map(files.map(({ path, ending }) => [path, ending.split('.')[1] ?? '']))
  return (path: string, name: string): string => {
    const kind = kindOf.get(path) ?? ''
    return (uses.get(name) ?? 0) > 1 ? `${name}${kind.charAt(0).toUpperCase()}${kind.slice(1)}` : name
  }
}

function sourcesIn(modules: string): readonly string[] {
  return readdirSync(modules, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !join(entry.parentPath, entry.name).includes(`${sep}node_modules${sep}`))
    .map((entry) => relative(modules, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
}

function rankOf(path: string): number {
  const rank = areas.indexOf(path.split('/')[0] ?? '')
  return rank === -1 ? areas.length : rank
}

async function namesIn(modules: string, path: string): Promise<DeclaringFile> {
  const exported = (await import(pathToFileURL(join(modules, path)).href)) as Record<string, unknown>
  const names = Object.entries(exported).flatMap(([name, value]) => {
    const sample: unknown = Array.isArray(value) ? value[0] : value
    const isDeclaration = typeof sample === 'object' && sample !== null && 'id' in sample && 'label' in sample
    return isDeclaration ? [{ name, isList: Array.isArray(value) }] : []
  })
  if (names.length === 0) throw new Error(`modules/${path} exports no declaration; see docs/how-to-add-a-register.md`)
  return { path, names }
}
