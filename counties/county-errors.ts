import { defineErrors } from '@qiangxian/kernel/errors/define-errors'

export const countyErrors = defineErrors('county', {
  notFound: {
    status: 500,
    zh: (e: { directory: string }) =>
      `${e.directory} 里没有 county.ts 或 county.json。请检查路径，或按 counties/README.md 新建。`,
    en: (e: { directory: string }) =>
      `There is no county.ts or county.json in ${e.directory}. Check the path, or create one as counties/README.md says.`,
  },
  twoSources: {
    status: 500,
    zh: (e: { directory: string }) =>
      `${e.directory} 里同时有 county.ts 和 county.json，无法确定以哪个为准。请删去一个。`,
    en: (e: { directory: string }) =>
      `${e.directory} has both county.ts and county.json, so it is unclear which one counts. Remove one of them.`,
  },
  unreadable: {
    status: 500,
    zh: (e: { file: string; reason: string }) => `${e.file} 读不出来：${e.reason}。请先改正这个文件。`,
    en: (e: { file: string; reason: string }) => `${e.file} cannot be read: ${e.reason}. Correct the file first.`,
  },
  invalid: {
    status: 500,
    zh: (e: { file: string; count: number }) => `${e.file} 有 ${e.count} 处问题，改正后才能启动，逐条见下。`,
    en: (e: { file: string; count: number }) =>
      `${e.file} has ${e.count} problems, listed below, to be corrected before the program can start.`,
  },
})
