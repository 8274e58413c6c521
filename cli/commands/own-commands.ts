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
  {
    words: 'draw verify',
    label: { zh: '复算一次抽取', en: 'Compute a draw again' },
    about: {
      zh: '按公布的种子、名单和公开值重算一次抽取，不符的指出是哪一处。不连数据库，在别的机器上也能用。',
      en: 'Computes a published draw again from its seed, list and public value, and says what does not fit. Uses no database, and works on any machine.',
    },
    arguments: [
      {
        name: 'FILE',
        key: 'file',
        about: { zh: '公布的抽取（JSON）；- 表示从标准输入读', en: 'the published draw (JSON); - is standard input' },
        required: true,
      },
    ],
    options: [],
    examples: ['qx draw verify draw.json', 'qx draw verify - --json'],
    run: async (call) => (await import('./verify-draw.ts')).verifyDraw(call),
  },
  {
    words: 'check',
    label: { zh: '校验编号', en: 'Check identifiers' },
    about: {
      zh: '校验专利号、统一社会信用代码、身份证件号、商标号、作品登记号等编号；没有写出时从标准输入逐行读。不连数据库。加 --json 每行输出一个 JSON：value、valid、normalized、reason（checkMismatch 校验位不符，invalidFormat 格式不符）和说明。',
      en: 'Checks numbers of patents, enterprises, persons, marks, works and others; reads one a line from standard input when none is written. Uses no database. --json prints one JSON line each: value, valid, normalized, reason (checkMismatch, invalidFormat) and words.',
    },
    arguments: [
      {
        name: 'VALUE',
        key: 'values',
        about: { zh: '要校验的编号，可写多个', en: 'the numbers to check' },
        required: false,
        several: true,
      },
    ],
    options: [
      {
        name: 'type',
        key: 'type',
        about: {
          zh: '编号种类：patent、uscc、idcard、trademark、madrid、work、software、layout、variety、ipc、locarno、nice、division、document 等',
          en: 'the kind: patent, uscc, idcard, trademark, madrid, work, software, layout, variety, ipc, locarno, nice, division, document and others',
        },
        required: true,
        takes: 'text',
      },
      {
        name: 'strict',
        key: 'strict',
        about: { zh: '有无效的即以 1 结束', en: 'end with 1 when one is not valid' },
        required: false,
        takes: 'flag',
      },
    ],
    examples: ['qx check 202010123456.2 ZL201110270312.X --type patent', 'qx check --type uscc --json < codes.txt'],
    run: async (call) => (await import('./check-identifiers.ts')).checkValues(call),
  },
  {
    words: 'import',
    label: { zh: '导入文件', en: 'Import a file' },
    about: {
      zh: '检查一个文件（xlsx、csv、json、WIPO ST.96）会给名录带来什么；加 --commit 才写入。服务运行时也可使用。',
      en: 'Checks what a file (xlsx, csv, json, WIPO ST.96) would bring to a register; writes it with --commit only. The server may be running.',
    },
    arguments: [
      {
        name: 'FILE',
        key: 'file',
        about: { zh: '要导入的文件；- 表示从标准输入读', en: 'the file to import; - is standard input' },
        required: true,
      },
    ],
    options: [
      {
        name: 'register',
        key: 'register',
        about: { zh: '名录的编号或名称：patent、专利', en: 'the register by its id or name: patent' },
        required: true,
        takes: 'text',
      },
      {
        name: 'map',
        key: 'map',
        about: {
          zh: 'JSON 文件，列名对应字段名，null 表示不导入：{"专利号": "applicationNo", "序号": null}',
          en: 'a JSON file from headings to fields, null for columns that are not taken: {"专利号": "applicationNo", "序号": null}',
        },
        required: false,
        takes: 'text',
      },
      {
        name: 'commit',
        key: 'commit',
        about: {
          zh: '写入名录；出错的行不写，有疑问的照写并标记',
          en: 'write it; faulty rows are left, doubtful ones are written and marked',
        },
        required: false,
        takes: 'flag',
      },
      {
        name: 'create-names',
        key: 'createNames',
        about: {
          zh: '文件里提到而名录里没有的主体自动新建（默认）；--no-create-names 则只留文字、待核对',
          en: 'make records of those whom the file names and who are not there (the default); --no-create-names keeps the text for a person to settle',
        },
        required: false,
        takes: 'flag',
      },
      {
        name: 'strict',
        key: 'strict',
        about: { zh: '有出错的行时以 1 结束', en: 'end with 1 when a row is faulty' },
        required: false,
        takes: 'flag',
      },
    ],
    examples: [
      'qx import patents.xlsx --register patent --json',
      'qx import pledges.csv --register pledge --map columns.json --commit',
    ],
    leadsOthers: true,
    run: async (call) => (await import('./import-file.ts')).importFile(call),
  },
  {
    words: 'calendar load',
    label: { zh: '录入一年的节假日', en: 'Load the holidays of a year' },
    about: {
      zh: '从 JSON 文件录入国务院办公厅一年的放假安排：{"year": 2027, "source": "通知标题和文号", "holidays": [{"name": "春节", "from": "2027-02-05", "to": "2027-02-12"}], "makeUpDays": [{"date": "2027-02-13", "holiday": "春节"}]}。受影响的期限随即重算。',
      en: 'Loads the yearly holiday notice from a JSON file of that form; limits that reach into it are counted anew.',
    },
    arguments: [
      {
        name: 'FILE',
        key: 'file',
        about: { zh: 'JSON 文件；- 表示从标准输入读', en: 'a JSON file; - is standard input' },
        required: true,
      },
    ],
    options: [],
    examples: ['qx calendar load 2027.json'],
    run: async (call) => (await import('./load-calendar.ts')).loadCalendar(call),
  },
  {
    words: 'doctor',
    label: { zh: '检查运行环境', en: 'Check what the platform stands on' },
    about: {
      zh: '检查 Node、数据目录、数据库、结构、日志和文件，逐项列出结果和处理办法；不作任何改动。',
      en: 'Looks at Node, the data folder, the database, its structure, the journal and the files, and says what to do. Changes nothing.',
    },
    arguments: [],
    options: [
      {
        name: 'deep',
        key: 'deep',
        about: { zh: '读出每个文件，核对摘要', en: 'read every file and compare its digest' },
        required: false,
        takes: 'flag',
      },
    ],
    examples: ['qx doctor', 'qx doctor --deep --json'],
    run: async (call) => (await import('./doctor.ts')).doctor(call),
  },
  {
    words: 'backup',
    label: { zh: '备份', en: 'Back up' },
    about: {
      zh: '把数据库和文件备份为一个文件（tar 格式，可用普通工具打开）；服务运行时也可备份，内容为同一时刻。备份含有口令摘要和未公开内容，请妥善保管。',
      en: 'Backs the database and the files up into one file (a tar archive that standard tools open). The server may be running: everything is of one moment. It holds password hashes and what is not public, so keep it safe.',
    },
    arguments: [
      {
        name: 'FILE',
        key: 'file',
        about: {
          zh: '要写的文件，一般以 .qxb 结尾；不能已经存在',
          en: 'the file to write, usually .qxb; must not exist',
        },
        required: true,
      },
    ],
    options: [],
    examples: ['qx backup backup-2026-11-25.qxb'],
    run: async (call) => (await import('./backup.ts')).backup(call),
  },
  {
    words: 'restore',
    label: { zh: '恢复', en: 'Restore' },
    about: {
      zh: '把备份恢复到空的数据库和数据目录，逐表核对并校验日志；不覆盖已有数据。换 PostgreSQL 大版本、换机器也用它。',
      en: 'Restores a back-up into an empty database and data folder, compares every table and verifies the journal. Never overwrites data. Also the way to another major version of PostgreSQL and to another machine.',
    },
    arguments: [
      {
        name: 'FILE',
        key: 'file',
        about: { zh: 'qx backup 写的文件', en: 'a file made by qx backup' },
        required: true,
      },
    ],
    options: [],
    examples: [
      'qx restore backup-2026-11-25.qxb --data data-new',
      'qx restore backup-2026-11-25.qxb --data data-new --database-url postgres://qx:…@127.0.0.1/qx',
    ],
    run: async (call) => (await import('./backup.ts')).restore(call),
  },
]
