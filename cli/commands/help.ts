import type { Language } from '@qiangxian/kernel/errors/define-errors'
import { type Command, usageOf } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { qxErrors } from '../qx-errors.ts'
import { displayWidth, padTo, wrapTo } from '../terminal/display-width.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { allCommands, nearestCommands } from './all-commands.ts'

interface HelpCall {
  readonly json: boolean
  readonly language: Language
  readonly terminal: Terminal
}

/**
 * `qx help`, `qx help plan`, `qx help plan adopt`.
 *
 * @throws qx.unknownCommand
 */
export function showHelp(words: readonly string[], { json, language, terminal }: HelpCall): ExitCode {
  const line = words.join(' ')
  const exact = allCommands.find((command) => command.words === line)
  const group = allCommands.filter((command) => line === '' || command.words.startsWith(`${line} `))
  if (exact === undefined && group.length === 0)
    throw qxErrors.unknownCommand({ words: line, near: nearestCommands(words) })
  const shown = exact === undefined ? group : [exact]
  if (json) terminal.print(JSON.stringify(shown.map(asJson), null, 2))
  else if (exact !== undefined) terminal.print(helpOf(exact, language, terminal.columns))
  else terminal.print(listOf(group, line === '', language, terminal.columns))
  return exitCodes.done
}

function asJson({ words, label, about, arguments: args, options, examples = [] }: Command): unknown {
  return { words, label, about, arguments: args, options, examples }
}

/** What is known about one command. */
export function helpOf(command: Command, language: Language, width: number): string {
  const text = texts[language]
  const parts = (title: string, rows: readonly (readonly [string, string])[]) =>
    rows.length === 0 ? [] : ['', title, ...aligned(rows, width)]
  return [
    `${command.label[language]}  qx ${command.words}`,
    '',
    ...wrapTo(command.about[language], width),
    '',
    text.usage,
    `  ${usageOf(command)}`,
    ...parts(
      text.arguments,
      command.arguments.map((argument) => [argument.name, argument.about[language]]),
    ),
    ...parts(
      text.options,
      command.options.map(({ name, takes, about, required, nullable }) => {
        const no = takes === 'flag' || nullable === true ? `, --no-${name}` : ''
        return [`--${name}${takes === 'flag' ? '' : ' …'}${no}`, `${about[language]}${required ? text.required : ''}`]
      }),
    ),
    ...((command.examples?.length ?? 0) === 0
      ? []
      : ['', text.examples, ...(command.examples ?? []).map((each) => `  ${each}`)]),
    '',
    text.common,
  ].join('\n')
}

function listOf(commands: readonly Command[], isWhole: boolean, language: Language, width: number): string {
  const text = texts[language]
  const rows = commands.map((command): readonly [string, string] => [
    [command.words, ...command.arguments.map(({ name }) => name)].join(' '),
    command.label[language],
  ])
  const list = [text.commands, ...aligned(rows, width)]
  if (!isWhole) return [...list, '', text.common].join('\n')
  return [
    text.opening,
    '',
    ...list,
    '',
    text.everywhere,
    ...aligned(text.everyOption, width),
    '',
    text.codes,
    ...aligned(text.everyCode, width),
  ].join('\n')
}

/** Two columns; the second keeps its indent where it goes on. */
function aligned(rows: readonly (readonly [string, string])[], width: number): readonly string[] {
  const indent = Math.max(...rows.map(([first]) => displayWidth(first))) + 4
  return rows.map(
    ([first, second]) =>
      `  ${padTo(first, indent - 2)}${wrapTo(second, Math.max(20, width - indent)).join(`\n${' '.repeat(indent)}`)}`,
  )
}

interface Texts {
  readonly opening: string
  readonly commands: string
  readonly usage: string
  readonly arguments: string
  readonly options: string
  readonly examples: string
  readonly required: string
  readonly common: string
  readonly everywhere: string
  readonly everyOption: readonly (readonly [string, string])[]
  readonly codes: string
  readonly everyCode: readonly (readonly [string, string])[]
}

const texts: Readonly<Record<Language, Texts>> = {
  zh: {
    opening:
      'qx：强县平台的命令行。与网页执行同样的操作、留下同样的日志。\n用法：qx 命令 [参数] [选项]；某个命令的说明：qx help 命令',
    commands: '命令',
    usage: '用法',
    arguments: '参数',
    options: '选项',
    examples: '例子',
    required: '（必填）',
    common: '通用选项和退出码见 qx help。',
    everywhere: '通用选项',
    everyOption: [
      ['--json', '结果以 JSON 输出到标准输出；出错时输出 {"error":{"code","message"}}'],
      ['--lang zh|en', '语言；默认中文，LANG 为 en… 时用英文'],
      ['--data DIR', '数据目录，默认 ./data（环境变量 QX_DATA）'],
      ['--database-url URL', '自备的 PostgreSQL，缺省用数据目录中的内置数据库（DATABASE_URL）'],
      ['--county DIR', '县域文件夹，默认 counties/yixing（QX_COUNTY）'],
      ['--empty', '首次建立数据库时不载入演示数据（QX_EMPTY）'],
      ['--help', '显示该命令的说明'],
    ],
    codes: '退出码',
    everyCode: [
      ['0', '已完成'],
      ['1', '被拒绝，或检查发现问题'],
      ['2', '用法有误：命令、选项、填写内容不对，或文件不存在'],
      ['3', '数据库连接不上或不能启动'],
    ],
  },
  en: {
    opening:
      'qx: the command line of Qiangxian. It runs the same operations as the web pages and leaves the same journal.\nUsage: qx COMMAND [ARGUMENTS] [OPTIONS]; about one command: qx help COMMAND',
    commands: 'Commands',
    usage: 'Usage',
    arguments: 'Arguments',
    options: 'Options',
    examples: 'Examples',
    required: ' (required)',
    common: 'For the options of every command and the exit codes see qx help.',
    everywhere: 'Options of every command',
    everyOption: [
      ['--json', 'print the result as JSON to standard output; a failure is {"error":{"code","message"}}'],
      ['--lang zh|en', 'language; Chinese unless LANG is en…'],
      ['--data DIR', 'folder of the data, ./data by default (QX_DATA)'],
      ['--database-url URL', 'a PostgreSQL of one’s own instead of the embedded one in the data folder (DATABASE_URL)'],
      ['--county DIR', 'folder of the county, counties/yixing by default (QX_COUNTY)'],
      ['--empty', 'no demonstration data when the database is first created (QX_EMPTY)'],
      ['--help', 'show the help of the command'],
    ],
    codes: 'Exit codes',
    everyCode: [
      ['0', 'done'],
      ['1', 'refused, or a check found something wrong'],
      ['2', 'called wrongly: the command, an option or an entry, or a file that is not there'],
      ['3', 'the database cannot be reached or started'],
    ],
  },
}
