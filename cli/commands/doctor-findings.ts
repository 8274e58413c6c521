import type { Language, Localized } from '@qiangxian/kernel/errors/define-errors'

/** What `qx doctor` found out about one thing. */
export interface Finding {
  readonly check: 'node' | 'folder' | 'database' | 'migrations' | 'key' | 'journal' | 'files'
  readonly state: 'sound' | 'failed' | 'skipped'
  readonly facts: Readonly<Record<string, unknown>>
  /** the words of an error, where one says best what is wrong */
  readonly says?: Localized
}

interface FindingText {
  readonly title: string
  readonly says: string
  /** what to do; only for what failed */
  readonly remedy?: string
}

const titles: Readonly<Record<Finding['check'], Localized>> = {
  node: { zh: 'Node', en: 'Node' },
  folder: { zh: '数据目录', en: 'Data folder' },
  database: { zh: '数据库', en: 'Database' },
  migrations: { zh: '数据库结构', en: 'Structure of the database' },
  key: { zh: '个人信息密钥', en: 'Key of personal data' },
  journal: { zh: '日志', en: 'Journal' },
  files: { zh: '文件', en: 'Files' },
}

/** A finding in words. */
export function findingTexts(finding: Finding, language: Language): FindingText {
  const title = titles[finding.check][language]
  if (finding.state === 'skipped')
    return { title, says: language === 'zh' ? '因上面的问题未检查' : 'not looked at, see above' }
  if (finding.says !== undefined) return { title, says: finding.says[language] }
  return { title, ...(language === 'zh' ? chinese : english)(finding) }
}

function chinese({ check, state, facts }: Finding): Omit<FindingText, 'title'> {
  const isSound = state === 'sound'
  switch (check) {
    case 'node':
      return isSound
        ? { says: `${facts['version']}` }
        : { says: `${facts['version']}，太旧`, remedy: '请升级到 Node 20.19 或更新的版本。' }
    case 'folder':
      if (isSound) return { says: `${facts['dataDir']}，可写，剩余空间 ${facts['freeMegabytes']} MB` }
      if (facts['trouble'] === 'missing')
        return { says: `${facts['dataDir']} 不存在`, remedy: '运行 npm start 建立，或用 --data 指定已有的数据目录。' }
      if (facts['trouble'] === 'full')
        return {
          says: `${facts['dataDir']} 所在磁盘只剩 ${facts['freeMegabytes']} MB`,
          remedy: '请至少腾出 500 MB，否则数据库可能无法写入。',
        }
      return { says: `${facts['dataDir']} 不可读写`, remedy: '请让运行本程序的用户拥有该目录，或用 --data 另选。' }
    case 'database':
      if (!isSound)
        return {
          says: `${facts['dataDir']} 中还没有数据库`,
          remedy: '运行 npm start 首次建立，或用 --data、--database-url 指定已有的。',
        }
      return { says: `PostgreSQL ${facts['version']}，${facts['where']}${runningZh(facts)}` }
    case 'migrations':
      if (isSound)
        return {
          says: `${facts['made']} 项变更${listed(facts['due']) === '' ? '，已是最新' : `；${listed(facts['due'])} 将在下次启动时完成`}`,
        }
      if (listed(facts['newer']) !== '')
        return { says: `数据库比本程序新（${listed(facts['newer'])}）`, remedy: '请改用更新版本的程序。' }
      return { says: '数据库中还没有本平台的表', remedy: '运行 npm start 建立，或检查数据库地址。' }
    case 'key':
      if (isSound) return { says: `指纹 ${facts['fingerprint']}；备份中没有密钥，请把 ${facts['where']} 另行保管` }
      return {
        says: `${facts['where']} 不是写入本库的密钥（应为指纹 ${facts['wanted']}，现为 ${facts['fingerprint']}）`,
        remedy: '请把单独保管的密钥放回原处；没有它，库中的个人信息无法解密。',
      }
    case 'journal':
      if (isSound) return { says: `${facts['entries']} 条，逐条重算，前后相连` }
      return {
        says: `${facts['jurisdiction']} 的日志在第 ${facts['brokenAt']} 条处不符`,
        remedy: '请停止写入，保留现状，与最近的备份对照，查明何人何时改动。',
      }
    case 'files':
      if (isSound)
        return {
          says: `${facts['files']} 个，都在${facts['deep'] === true ? '，摘要相符' : '（核对摘要请加 --deep）'}`,
        }
      return {
        says: `${facts['files']} 个中有问题的：${listed(facts['unsound'])}`,
        remedy: '请从备份的 files/ 中取回，放回数据目录的 files/ 下；或请提交人重新上传同一文件。',
      }
  }
}

function english({ check, state, facts }: Finding): Omit<FindingText, 'title'> {
  const isSound = state === 'sound'
  switch (check) {
    case 'node':
      return isSound
        ? { says: `${facts['version']}` }
        : { says: `${facts['version']} is too old`, remedy: 'Upgrade to Node 20.19 or newer.' }
    case 'folder':
      if (isSound) return { says: `${facts['dataDir']} can be written, ${facts['freeMegabytes']} MB free` }
      if (facts['trouble'] === 'missing')
        return {
          says: `${facts['dataDir']} does not exist`,
          remedy: 'Run npm start to create it, or name another with --data.',
        }
      if (facts['trouble'] === 'full')
        return {
          says: `only ${facts['freeMegabytes']} MB free on the disk of ${facts['dataDir']}`,
          remedy: 'Free at least 500 MB, or the database may be unable to write.',
        }
      return {
        says: `${facts['dataDir']} cannot be read and written`,
        remedy: 'Give it to the user who runs this program, or choose another with --data.',
      }
    case 'database':
      if (!isSound)
        return {
          says: `there is no database in ${facts['dataDir']}`,
          remedy: 'Run npm start to create it, or name one with --data or --database-url.',
        }
      return { says: `PostgreSQL ${facts['version']}, ${facts['where']}${runningEn(facts)}` }
    case 'migrations':
      if (isSound)
        return {
          says: `${facts['made']} migrations${listed(facts['due']) === '' ? ', up to date' : `; ${listed(facts['due'])} will be made at the next start`}`,
        }
      if (listed(facts['newer']) !== '')
        return {
          says: `the database is newer than this program (${listed(facts['newer'])})`,
          remedy: 'Use a newer version of the program.',
        }
      return {
        says: 'the database has no tables of this platform',
        remedy: 'Run npm start to make them, or check the address.',
      }
    case 'key':
      if (isSound)
        return {
          says: `fingerprint ${facts['fingerprint']}; back-ups do not hold it, keep ${facts['where']} apart from them`,
        }
      return {
        says: `${facts['where']} is not the key of this database (fingerprint ${facts['wanted']} is wanted, this is ${facts['fingerprint']})`,
        remedy: 'Put the key back that was kept apart; without it the personal data cannot be opened.',
      }
    case 'journal':
      if (isSound) return { says: `${facts['entries']} entries, recomputed one by one, hold together` }
      return {
        says: `the journal of ${facts['jurisdiction']} does not fit at entry ${facts['brokenAt']}`,
        remedy: 'Stop writing, keep everything as it is, compare with the last back-up, and find out who changed what.',
      }
    case 'files':
      if (isSound)
        return {
          says: `${facts['files']}, all there${facts['deep'] === true ? ', digests fit' : ' (--deep compares digests)'}`,
        }
      return {
        says: `of ${facts['files']}, unsound: ${listed(facts['unsound'])}`,
        remedy:
          'Take them from files/ of a back-up and put them under files/ of the data folder, or have the same file given again.',
      }
  }
}

function runningZh({ running, port, holders }: Finding['facts']): string {
  if (running === undefined) return ''
  return running === true ? `，正在运行（端口 ${port}，使用者 ${listed(holders)}）` : '，未运行（检查时临时启动）'
}

function runningEn({ running, port, holders }: Finding['facts']): string {
  if (running === undefined) return ''
  return running === true
    ? `, running (port ${port}, used by ${listed(holders)})`
    : ', not running (started for this check)'
}

function listed(value: unknown): string {
  return Array.isArray(value) ? value.join('、') : ''
}
