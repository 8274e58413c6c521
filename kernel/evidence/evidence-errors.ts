import { defineErrors, type Localized } from '../errors/define-errors.ts'
import type { QuotaOf } from './upload-quota.ts'

/** Names in these messages are cleaned (clean-name.ts) before they come here. */
export const evidenceErrors = defineErrors('evidence', {
  empty: {
    status: 422,
    zh: (e: { fileName: string }) => `“${e.fileName}”是空文件（0 字节）。请打开原文件确认有内容，再重新上传。`,
    en: (e) =>
      `“${e.fileName}” is empty (0 bytes). Open the original, check that it has content, then upload it again.`,
  },
  tooLarge: {
    status: 413,
    zh: (e: { fileName: string; maximumBytes: number }) =>
      `“${e.fileName}”超过了 ${inMegabytes(e.maximumBytes)} 的上限，没有保存。请压缩图片、拆成几个文件，或只上传需要的部分。`,
    en: (e) =>
      `“${e.fileName}” is larger than the limit of ${inMegabytes(e.maximumBytes)} and was not kept. Compress its pictures, split it, or upload only the part that is needed.`,
  },
  interrupted: {
    status: 400,
    zh: (e: { fileName: string }) => `“${e.fileName}”上传到一半中断了，没有保存任何内容。请检查网络后重新上传。`,
    en: (e) =>
      `The upload of “${e.fileName}” broke off and nothing was kept. Check the connection and upload it again.`,
  },
  executable: {
    status: 415,
    zh: (e: { fileName: string; what: Localized }) =>
      `“${e.fileName}”的内容是${e.what.zh}，不能作为佐证直接保存（与文件名的后缀无关）。如果该程序本身就是证据，请先压缩成 zip 再上传。`,
    en: (e) =>
      `“${e.fileName}” holds ${e.what.en}, whatever its name says, and is not kept as it is. If the program itself is the evidence, put it into a zip and upload that.`,
  },
  bomb: {
    status: 422,
    zh: (e: { fileName: string; why: Localized }) =>
      `“${e.fileName}”解压后会异常膨胀（${e.why.zh}），为保护打开它的电脑，没有保存。请分成几个较小的文件上传；文档中的图片请先另存为 PNG 或 JPEG。`,
    en: (e) =>
      `“${e.fileName}” swells beyond reason when unpacked (${e.why.en}); to protect whoever opens it, it was not kept. Upload it in smaller parts; save pictures inside documents as PNG or JPEG first.`,
  },
  brokenArchive: {
    status: 422,
    zh: (e: { fileName: string; why: Localized }) =>
      `“${e.fileName}”已损坏，打不开（${e.why.zh}）。请在本机打开原文件确认完好，重新保存或重新压缩后再上传。`,
    en: (e) =>
      `“${e.fileName}” is damaged and cannot be opened (${e.why.en}). Check that the original opens on your machine, save or pack it again, then upload it.`,
  },
  infected: {
    status: 422,
    zh: (e: { fileName: string; signature: string }) =>
      `“${e.fileName}”中查出病毒（${e.signature}），没有保存。请先在本机全面杀毒，用干净的原文件重新上传。`,
    en: (e) =>
      `A virus (${e.signature}) was found in “${e.fileName}”; it was not kept. Clean your machine, then upload a clean original.`,
  },
  notScanned: {
    status: 503,
    zh: (e: { fileName: string; why: Localized }) =>
      `“${e.fileName}”暂时无法查毒（${e.why.zh}），本平台规定未查毒的文件不予保存。请稍后重试；多次失败请联系平台管理员。`,
    en: (e) =>
      `“${e.fileName}” cannot be scanned for viruses at present (${e.why.en}), and this platform keeps no unscanned file. Try again later; if it keeps failing, tell the platform administrator.`,
  },
  quotaUsed: {
    status: 429,
    zh: (e: { kind: QuotaOf; files: number; maximumBytes: number; hours: number }) =>
      `${whose[e.kind].zh}一天最多上传 ${e.files} 个文件、共 ${inMegabytes(e.maximumBytes)}，已经用完，这个文件没有接收。请把几页合成一个文件或压缩图片，约 ${e.hours} 小时后再传；着急的可带材料到窗口办理。`,
    en: (e) =>
      `${whose[e.kind].en} may send ${e.files} files and ${inMegabytes(e.maximumBytes)} a day, which are used up; this file was not taken. Put pages into one file or compress pictures, and send it in about ${e.hours} hours; if it is urgent, bring it to the window.`,
  },
  noSpace: {
    status: 507,
    zh: (e: { fileName: string }) => `存储空间已满，“${e.fileName}”没有保存。请联系平台管理员扩充磁盘后重新上传。`,
    en: (e) =>
      `The storage is full; “${e.fileName}” was not kept. Ask the platform administrator for more disk space, then upload it again.`,
  },
  notStored: {
    status: 500,
    zh: (e: { fileName: string }) =>
      `“${e.fileName}”写入存储时出错，没有保存。请稍后重新上传；多次失败请联系平台管理员检查文件存储目录。`,
    en: (e) =>
      `“${e.fileName}” could not be written to the storage and was not kept. Upload it again later; if it keeps failing, let the platform administrator check the storage folder.`,
  },
  badDigest: {
    status: 400,
    zh: (e: { digest: string }) =>
      `“${e.digest}”不是文件的 SHA-256 摘要（应为 64 位小写十六进制数）。请从文件页面重新打开。`,
    en: (e) =>
      `“${e.digest}” is not the SHA-256 digest of a file (64 lower-case hexadecimal digits). Open the file from its page again.`,
  },
  missingOnDisk: {
    status: 500,
    zh: (e: { sha256: string }) =>
      `文件（SHA-256 ${e.sha256}）登记在册，但存储中已找不到它的内容，可能被人从磁盘上删除。请平台管理员从备份恢复；提交人再次上传同一文件也可恢复。`,
    en: (e) =>
      `The file (SHA-256 ${e.sha256}) is on record, but its content is gone from the storage; someone may have deleted it on disk. Let the platform administrator restore it from a backup; uploading the same file again restores it too.`,
  },
  damaged: {
    status: 500,
    zh: (e: { sha256: string; found: string }) =>
      `文件（SHA-256 ${e.sha256}）的内容已与提交时不同（现为 ${e.found}），不能再作为佐证使用。请平台管理员检查磁盘并从备份恢复；提交人再次上传同一文件也可恢复。`,
    en: (e) =>
      `The content of the file (SHA-256 ${e.sha256}) is no longer what was given (now ${e.found}) and proves nothing. Let the platform administrator check the disk and restore it from a backup; uploading the same file again restores it too.`,
  },
  badLimits: {
    status: 500,
    zh: (e: { count: number }) => `文件上传的限额设置有 ${e.count} 处不对，平台没有启动。请按所列各项修改设置。`,
    en: (e) =>
      `The limits for files are wrong in ${e.count} places; the platform did not start. Correct each as listed.`,
  },
  badScannerAddress: {
    status: 500,
    zh: (e: { address: string }) =>
      `查毒服务地址“${e.address}”无法识别。请写成套接字文件的完整路径（如 /run/clamav/clamd.ctl），或 tcp://主机:端口。`,
    en: (e) =>
      `The address of the virus scanner, “${e.address}”, cannot be understood. Write the full path of its socket (/run/clamav/clamd.ctl) or tcp://host:port.`,
  },
})

function inMegabytes(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  return megabytes >= 1 ? `${Math.round(megabytes * 10) / 10} MB` : `${bytes} B`
}

const whose: Readonly<Record<QuotaOf, Localized>> = {
  visitor: { zh: '您', en: 'You' },
  address: { zh: '从同一个网络', en: 'Those who come from one network' },
  visitors: { zh: '没有登录的人全部加起来', en: 'All who do not sign in, together,' },
  account: { zh: '您的账号', en: 'Your account' },
  party: { zh: '您的单位', en: 'Your organisation' },
  staff: { zh: '您的账号', en: 'Your account' },
}
