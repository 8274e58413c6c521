import { defineErrors } from '../errors/define-errors.ts'

export const personalDataErrors = defineErrors('personalData', {
  badKey: {
    status: 500,
    zh: (e: { characters: number }) =>
      `个人信息密钥应为 64 位十六进制，现为 ${e.characters} 个字符。请检查 QX_PERSONAL_DATA_KEY 或密钥文件。`,
    en: (e) =>
      `The key of personal data must be 64 hex digits; this has ${e.characters} characters. Check QX_PERSONAL_DATA_KEY or the key file.`,
  },
  notOpened: {
    status: 500,
    zh: (_: Record<never, never>) =>
      '这条个人信息用另一把密钥加密，或密文被改动，无法解密。请核对平台使用的密钥是否与写入时相同。',
    en: () =>
      'This personal data was encrypted with another key, or was changed. Check that the platform uses the key it was written with.',
  },
  otherKey: {
    status: 500,
    zh: (e: { wanted: string; given: string; where: string }) =>
      `库中的个人信息用另一把密钥加密（指纹 ${e.wanted}，现为 ${e.given}），程序没有启动，数据没有改动。请把单独保管的密钥放回 ${e.where}；恢复备份后也是如此。`,
    en: (e) =>
      `The personal data in this database was encrypted with another key (fingerprint ${e.wanted}, this is ${e.given}); nothing was changed. Put the key that was kept apart back into ${e.where}; after a restore too.`,
  },
  keyMissing: {
    status: 503,
    zh: (e: { wanted: string; where: string }) =>
      `这里没有个人信息密钥（库中的指纹 ${e.wanted}），个人信息现在不能写入、查找和查看，其他功能不受影响。请把单独保管的密钥放到 ${e.where}，再启动一次。`,
    en: (e) =>
      `The key of personal data is not here (the database’s has the fingerprint ${e.wanted}): personal data cannot be written, searched or read now; everything else works. Put the key that was kept apart into ${e.where} and start again.`,
  },
  keyUnreadable: {
    status: 500,
    zh: (e: { file: string; why: string }) =>
      `读不到个人信息密钥文件 ${e.file}（${e.why}）。请检查文件权限；如已丢失，从单独保管的副本恢复。`,
    en: (e) =>
      `The key file of personal data ${e.file} cannot be read (${e.why}). Check its rights, or bring back the copy kept apart.`,
  },
})
