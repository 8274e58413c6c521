import { defineErrors } from '../../errors/define-errors.ts'

export const giveErrors = defineErrors('giving', {
  notWanted: {
    status: 409,
    zh: (e: { label: string }) => `“${e.label}”已经收到，或本件现在不收材料。如需更换，请先联系承办人。`,
    en: (e) => `“${e.label}” is there already, or nothing is taken now. To replace it, ask the officer first.`,
  },
  tooMany: {
    status: 409,
    zh: (e: { label: string; most: number }) =>
      `“${e.label}”已有 ${e.most} 个文件，不能再加。请合成一个文件，或联系承办人。`,
    en: (e) => `“${e.label}” has ${e.most} files already. Put pages into one file, or ask the officer.`,
  },
})
