import { defineErrors } from '../../errors/define-errors.ts'

export const draftErrors = defineErrors('draft', {
  unknown: {
    status: 404,
    zh: (e: { id: string }) =>
      `没有找到草稿“${e.id}”：可能已过保留期、已删除，或者不是您的。请从“我的草稿”中打开，或重新开始。`,
    en: (e) =>
      `There is no draft “${e.id}”: it may be over, deleted, or somebody else’s. Open it from your drafts, or begin anew.`,
  },
  whoAreYou: {
    status: 401,
    zh: (e: { label: string }) => `办理“${e.label}”请先登录，或用手机验证码确认身份。`,
    en: (e) => `To apply for “${e.label}”, sign in, or show who you are by a code to your telephone.`,
  },
  submitted: {
    status: 409,
    zh: (_: Record<never, never>) => '这份申请已经提交，不能再改。如需补充，请在“我的办件”中办理。',
    en: () => 'This application is submitted and cannot be changed. Add to it under your matters.',
  },
  otherEntity: {
    status: 404,
    zh: (_: Record<never, never>) => '您的账号没有关联这个主体，不能代它申请。请在“我的账号”中核对。',
    en: () => 'Your account does not act for this entity. Check it under your account.',
  },
  otherType: {
    status: 409,
    zh: (e: { type: string; asked: string }) =>
      `这份草稿办的是“${e.type}”，发来的内容是“${e.asked}”的，没有保存。请核对草稿编号，或不带 type。`,
    en: (e) =>
      `This draft is of “${e.type}”; the values are meant for “${e.asked}” and were not saved. Check the draft.`,
  },
  badFields: {
    status: 422,
    zh: (e: { count: number }) => `有 ${e.count} 处内容不是这份表单能收的，没有保存。请按提示修改。`,
    en: (e) =>
      `${e.count} entries are nothing that this form can take; they were not saved. Correct them as described.`,
  },
  tooManyFiles: {
    status: 422,
    zh: (e: { label: string; most: number }) => `“${e.label}”已有 ${e.most} 个文件，不能再加。请先删除不需要的。`,
    en: (e) => `“${e.label}” has ${e.most} files already. Remove one that is not needed first.`,
  },
  full: {
    status: 422,
    zh: (e: { files: number; mebibytes: number }) =>
      `一份申请最多放 ${e.files} 个文件、共 ${e.mebibytes} MB，再加就超了，没有保存。请删除不需要的，或把图片压缩、几页合成一个文件；确实放不下的，请带材料到窗口办理。`,
    en: (e) =>
      `One application holds ${e.files} files and ${e.mebibytes} MB; with this file it would be more, and it was not kept. Remove what is not needed, compress pictures or put pages into one file, or bring the material to the window.`,
  },
  fileUnknown: {
    status: 404,
    zh: (_: Record<never, never>) => '没有找到这份材料，可能已经删除。请刷新后查看。',
    en: () => 'This file is not there; it may have been removed. Reload the page.',
  },
  notConfirmed: {
    status: 422,
    zh: (e: { labels: readonly string[] }) =>
      `有 ${e.labels.length} 项内容由平台带入，请核对并确认后再提交：${e.labels.join('、')}。`,
    en: (e) =>
      `${e.labels.length} entries were filled in by the platform. Check and confirm them: ${e.labels.join(', ')}.`,
  },
  notAgreed: {
    status: 422,
    zh: (_: Record<never, never>) => '请先确认所填内容真实，并同意为办理本事项使用这些信息，再提交。',
    en: () => 'Say that what you filled in is true and may be used for this matter, then submit.',
  },
  mayNotComeLater: {
    status: 422,
    zh: (e: { label: string }) => `“${e.label}”不能容缺后补，或已经在手。请核对材料清单。`,
    en: (e) => `“${e.label}” cannot come later, or is there already. Check the list of materials.`,
  },
  laterTooFar: {
    status: 422,
    zh: (e: { label: string; least: string; most: string }) =>
      `“${e.label}”的补交日期应在 ${e.least} 至 ${e.most} 之间。请另选日期。`,
    en: (e) => `“${e.label}” must come between ${e.least} and ${e.most}. Choose another day.`,
  },
  tooMany: {
    status: 429,
    zh: (e: { most: number }) => `您已有 ${e.most} 份未提交的草稿。请先提交或删除一些，再开始新的。`,
    en: (e) => `You have ${e.most} drafts that are not submitted. Submit or delete some before you begin another.`,
  },
  purpose: {
    status: 403,
    zh: (e: { label: string }) =>
      `“${e.label}”在这个事项中没有可以带入的内容：已有的信息只用于声明了共享的用途（国令第716号第七条）。`,
    en: (e) => `Nothing may be filled into “${e.label}” here: what the platform holds serves declared purposes only.`,
  },
})
