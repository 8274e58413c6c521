import type { VersionDifference } from './version-difference.ts'
import type { VersionEffect } from './version-effect.ts'

const kinds: Readonly<Record<VersionDifference['kind'], string>> = {
  stateAdded: '新增环节',
  stateGone: '取消环节',
  actAdded: '新增操作',
  actGone: '取消操作',
  actChanged: '调整操作',
  fieldAdded: '新增填写项',
  fieldGone: '取消填写项',
  fieldNowRequired: '改为必填',
  fieldChanged: '调整填写项',
  materialAdded: '新增材料',
  materialGone: '取消材料',
  materialChanged: '调整材料',
  limitAdded: '新增时限',
  limitGone: '取消时限',
  limitChanged: '调整时限',
  documentChanged: '调整文书',
  otherChanged: '调整',
}

/** 新增材料“身份证复印件”（必交） */
export function differenceWords({ kind, label, before, after }: VersionDifference): string {
  const change =
    before !== null && after !== null && before !== after
      ? `（${before} → ${after}）`
      : before === null && after !== null
        ? `（${after}）`
        : ''
  return `${kinds[kind]}“${label}”${change}`
}

/** What a version does to what is in hand, in sentences. */
export function effectWords({ inHand, matters, drafts }: VersionEffect): string[] {
  return [
    ...matters.map(({ version, count }) => `在办 ${count} 件按第 ${version} 版办完，表单、环节和时限都不变。`),
    ...inHand
      .filter(({ isGone }) => isGone)
      .map(({ label, count }) => `其中 ${count} 件在“${label}”，新版本没有这一环节；它们仍按原版本办完。`),
    ...(drafts === 0 ? [] : [`正在填写的 ${drafts} 份草稿保留，仍按开始填写时的版本提交。`]),
    ...(matters.length + drafts === 0 ? ['没有在办的办件和草稿，新版本只影响以后的申请。'] : []),
  ]
}
