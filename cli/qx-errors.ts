import { defineErrors, type QxError } from '@qiangxian/kernel/errors/define-errors'
import { type ExitCode, exitCodes } from './exit-codes.ts'

/** Ways to call `qx` that it cannot follow. */
export const qxErrors = defineErrors('qx', {
  unknownCommand: {
    status: 400,
    zh: (e: { words: string; near: readonly string[] }) =>
      `没有“qx ${e.words}”这个命令。${e.near.length === 0 ? '' : `是否要用：${e.near.map((each) => `qx ${each}`).join('、')}？`}全部命令见 qx help。`,
    en: (e) =>
      `There is no command “qx ${e.words}”. ${e.near.length === 0 ? '' : `Did you mean ${e.near.map((each) => `qx ${each}`).join(', ')}? `}See qx help for all of them.`,
  },
  unknownOption: {
    status: 400,
    zh: (e: { option: string; command: string }) =>
      `“qx ${e.command}”没有 ${e.option} 这个选项。它的用法见 qx help ${e.command}。`,
    en: (e) => `“qx ${e.command}” has no option ${e.option}. See qx help ${e.command}.`,
  },
  unknownLanguage: {
    status: 400,
    zh: (e: { language: string }) => `没有“${e.language}”这种语言。--lang 只能是 zh 或 en。`,
    en: (e) => `There is no language “${e.language}” here. --lang is zh or en.`,
  },
  optionWithoutValue: {
    status: 400,
    zh: (e: { option: string }) => `${e.option} 后面要写值，例如 ${e.option} …；以减号开头的值写成 ${e.option}=…。`,
    en: (e) => `${e.option} needs a value: ${e.option} …; write a value that begins with a dash as ${e.option}=….`,
  },
  flagWithValue: {
    status: 400,
    zh: (e: { option: string }) => `${e.option} 后面不写值。要否定它，请写 --no-${e.option.replace(/^--/, '')}。`,
    en: (e) => `${e.option} takes no value. To deny it, write --no-${e.option.replace(/^--/, '')}.`,
  },
  notJson: {
    status: 400,
    zh: (e: { option: string; why: string }) => `${e.option} 的值应为 JSON（${e.why}）。请检查引号和括号。`,
    en: (e) => `The value of ${e.option} must be JSON (${e.why}). Check its quotes and brackets.`,
  },
  argumentMissing: {
    status: 400,
    zh: (e: { argument: string; usage: string }) => `缺少 ${e.argument}。用法：${e.usage}`,
    en: (e) => `${e.argument} is missing. Usage: ${e.usage}`,
  },
  tooManyArguments: {
    status: 400,
    zh: (e: { argument: string; usage: string }) => `多出了“${e.argument}”。含空格的内容请加引号。用法：${e.usage}`,
    en: (e) => `“${e.argument}” is one too many. Put quotes around words with spaces. Usage: ${e.usage}`,
  },
  unknownIdentifierType: {
    status: 400,
    zh: (e: { type: string; known: readonly string[] }) =>
      `没有“${e.type}”这种编号。--type 可写：${e.known.join('、')}。`,
    en: (e) => `There is no kind of identifier “${e.type}”. --type is one of ${e.known.join(', ')}.`,
  },
  fileNotFound: {
    status: 404,
    zh: (e: { file: string }) => `没有找到文件 ${e.file}。请检查路径；含空格的路径请加引号。`,
    en: (e) => `There is no file ${e.file}. Check the path; put quotes around a path with spaces.`,
  },
  fileNotReadable: {
    status: 400,
    zh: (e: { file: string; why: string }) => `文件 ${e.file} 读不了（${e.why}）。请检查它是不是文件、本用户能不能读。`,
    en: (e) => `The file ${e.file} cannot be read (${e.why}). Check that it is a file and that this user may read it.`,
  },
  notADraw: {
    status: 400,
    zh: (e: { file: string; why: string }) =>
      `文件 ${e.file} 不是已公布的抽取（${e.why}）。请用 qx draw show 编号 --json 输出的内容，且已经抽取。`,
    en: (e) =>
      `The file ${e.file} is no published draw (${e.why}). Use what \`qx draw show ID --json\` prints after the draw.`,
  },
  fileNotWritten: {
    status: 400,
    zh: (e: { file: string; why: string }) =>
      e.why === 'EEXIST'
        ? `文件 ${e.file} 已经存在，没有覆盖。请换一个文件名，或先移走原来的文件。`
        : `文件 ${e.file} 写不了（${e.why}）。请检查文件夹是否存在、本用户能不能写。`,
    en: (e) =>
      e.why === 'EEXIST'
        ? `There is a file ${e.file} already; it was not replaced. Choose another name, or move that file away.`
        : `The file ${e.file} cannot be written (${e.why}). Check that the folder exists and that this user may write there.`,
  },
})

/** The exit code that an error ends the program with. */
export function exitCodeOf(error: QxError): ExitCode {
  if (error.code.startsWith('qx.') || error.code.startsWith('config.')) return exitCodes.usage
  if (error.code === 'operation.badInput') return exitCodes.usage
  if (error.status === 503 || error.status === 507) return exitCodes.databaseAway
  return exitCodes.refused
}
