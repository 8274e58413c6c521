import type { FieldProblem, Localized } from '../errors/define-errors.ts'
import { evidenceErrors } from './evidence-errors.ts'

interface LimitDeclaration {
  readonly value: number
  readonly unit: 'byte' | 'ratio' | 'count' | 'hour' | 'second'
  readonly atLeast: number
  readonly about: Localized
}

const mebibyte = 1024 * 1024

/** Every number that bounds what a file may cost, with its unit and the reason for its default. */
export const evidenceLimitDeclarations = {
  maximumBytes: {
    value: 200 * mebibyte,
    unit: 'byte',
    atLeast: 1,
    about: {
      zh: '单个文件的大小上限。一小时的庭审录音或一份扫描案卷都在此之内。',
      en: 'The size of one file. An hour of recorded hearing or a scanned case file stays below.',
    },
  },
  tableBytes: {
    value: 1024 * mebibyte,
    unit: 'byte',
    atLeast: 1,
    about: {
      zh: '导入名录的一个表格的大小上限；边读边处理，不整个放进内存。',
      en: 'One table that is imported into a register; it is read as a stream and never held in memory as a whole.',
    },
  },
  tableInflatedBytes: {
    value: 4096 * mebibyte,
    unit: 'byte',
    atLeast: mebibyte,
    about: {
      zh: '导入的工作簿全部解开后的总大小上限：一百万行的工作簿解开后有一两个 GB。倍数仍按 inflationRatio 限制。',
      en: 'A workbook for import, unpacked: a million rows come to one or two GB. Its ratio is bounded as of any other file.',
    },
  },
  inflatedBytes: {
    value: 1024 * mebibyte,
    unit: 'byte',
    atLeast: mebibyte,
    about: {
      zh: '一个压缩类文件全部解开后的总大小上限，按实际解出的字节计，不信文件自报的大小。',
      en: 'All members of one zip-based file unpacked, counted as they come out and never as declared.',
    },
  },
  inflationRatio: {
    value: 200,
    unit: 'ratio',
    atLeast: 10,
    about: {
      zh: '单个成员解开后与压缩时大小之比的上限。办公文档一般在 20 倍以内，日志可到 100 倍，炸弹接近 1000 倍。',
      en: 'Unpacked to packed size of one member. Office parts stay below 20, logs reach 100, bombs come near 1000.',
    },
  },
  ratioFromBytes: {
    value: mebibyte,
    unit: 'byte',
    atLeast: 1,
    about: {
      zh: '成员解开后超过此大小才看倍数：小而重复的内容压缩率高，但无害。',
      en: 'The ratio counts only above this unpacked size: small repetitive parts pack well and harm nobody.',
    },
  },
  members: {
    value: 10_000,
    unit: 'count',
    atLeast: 1,
    about: {
      zh: '一个压缩类文件的成员数上限。',
      en: 'Members in one zip-based file.',
    },
  },
  directoryBytes: {
    value: 16 * mebibyte,
    unit: 'byte',
    atLeast: 1024,
    about: {
      zh: '压缩文件目录区的大小上限；目录要整个读入内存。',
      en: 'The directory of a zip, which is read into memory as a whole.',
    },
  },
  unfinishedAfterHours: {
    value: 24,
    unit: 'hour',
    atLeast: 1,
    about: {
      zh: '临时文件多久没有写入就视为中断的上传，启动时删除。正在进行的上传不受影响，即使由另一个进程接收。',
      en: 'A temporary file not written for so long is an upload that broke off, and is removed at start. An upload that goes on, in this process or another, is left alone.',
    },
  },
  scanSeconds: {
    value: 120,
    unit: 'second',
    atLeast: 1,
    about: {
      zh: '等待查毒结果的最长时间；超过即视为未查毒。',
      en: 'The longest wait for the virus scanner; beyond it the file counts as not scanned.',
    },
  },
} as const satisfies Record<string, LimitDeclaration>

export type EvidenceLimits = { readonly [K in keyof typeof evidenceLimitDeclarations]: number }

/**
 * The limits in force: the defaults, with what the operator set.
 *
 * @throws evidence.badLimits with every wrong key at once
 */
export function evidenceLimits(set: Partial<EvidenceLimits> = {}): EvidenceLimits {
  const names = Object.keys(evidenceLimitDeclarations) as (keyof EvidenceLimits)[]
  const problems: FieldProblem[] = []
  const limits = Object.fromEntries(
    names.map((name) => {
      const declaration = evidenceLimitDeclarations[name]
      const value = set[name] ?? declaration.value
      if (!Number.isSafeInteger(value) || value < declaration.atLeast) problems.push(wrong(name, value, declaration))
      return [name, value]
    }),
  )
  if (problems.length > 0) throw evidenceErrors.badLimits({ count: problems.length }, { problems })
  return limits as unknown as EvidenceLimits
}

function wrong(name: string, value: number, { atLeast, unit, value: usual, about }: LimitDeclaration): FieldProblem {
  return {
    path: `/${name}`,
    message: {
      zh: `${name} 现为 ${value}，应为不小于 ${atLeast} 的整数（单位 ${unit}，默认 ${usual}）。${about.zh}`,
      en: `${name} is ${value}; it must be a whole number of at least ${atLeast} (${unit}; default ${usual}). ${about.en}`,
    },
  }
}
