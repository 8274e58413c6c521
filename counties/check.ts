import { QxError } from '@qiangxian/kernel/errors/define-errors'
import { loadCounty } from './load-county.ts'

/** `npx tsx counties/check.ts counties/yixing`: every problem with its place and remedy; exit code 1 when there is one. */
const [directory] = process.argv.slice(2)
if (directory === undefined) {
  console.error('请给出县域文件夹 Name the folder of the county: npx tsx counties/check.ts counties/yixing')
  process.exit(2)
}

try {
  const county = await loadCounty(directory)
  const { targets, milestones, tasks } = county.plan
  console.log(
    `${county.jurisdiction.label} ${county.jurisdiction.labelEn}: ${targets.length} 项目标 targets, ${milestones.length} 项里程碑 milestones, ${tasks.length} 项任务 tasks, ${county.organisations.length} 个单位 units. 无问题 Sound.`,
  )
} catch (error) {
  if (!(error instanceof QxError)) throw error
  console.error(`${error.localized.zh}\n${error.localized.en}`)
  for (const { path, message } of error.problems) console.error(`\n${path}\n  ${message.zh}\n  ${message.en}`)
  process.exitCode = 1
}
