import type { Call, Command } from '../command.ts'
import type { ExitCode } from '../exit-codes.ts'

/**
 * The commands that are no operation of the platform. Each loads its code when it is called, so that reading a plan
 * waits for no database.
 */
export const ownCommands: readonly Command[] = [
  {
    words: 'plan parse',
    label: { zh: '识别方案文件', en: 'Read a plan document' },
    about: {
      zh: '读 .docx、.pdf（有文字层）、.txt、.md 方案文件，列出指标、任务、里程碑、责任单位和期限，每项附原文位置；不连数据库，不改任何内容。加 --json 输出完整结果。',
      en: 'Reads a plan from .docx, .pdf with a text layer, .txt or .md and lists indicators, tasks, milestones, units and dates, each with its place in the text. Uses no database and changes nothing. --json prints everything.',
    },
    arguments: [
      {
        name: 'FILE',
        key: 'file',
        about: { zh: '方案文件；- 表示从标准输入读', en: 'the plan document; - is standard input' },
        required: true,
      },
    ],
    options: [],
    examples: ['qx plan parse docs/examples/yunting-plan.docx', 'qx plan parse docs/examples/yunting-plan.pdf --json'],
    run: async (call: Call): Promise<ExitCode> => (await import('./parse-plan.ts')).parsePlan(call),
  },
]
