import { defineErrors } from '../errors/define-errors.ts'

const nothing = {} as Record<never, never>

export const documentErrors = defineErrors('document', {
  placeholderMissing: {
    status: 422,
    zh: (e: { document: string; placeholders: readonly string[] }) =>
      `《${e.document}》没有生成：模板中的 ${e.placeholders.map((name) => `{${name}}`).join('、')} 没有内容。请先补填对应的项目（form 是申请表、input 是本次办理、limit 是期限），再办理一次；本次办理没有生效。`,
    en: (e) =>
      `“${e.document}” was not issued: nothing is filled for ${e.placeholders.map((name) => `{${name}}`).join(', ')} of its template. Fill it in (form: the application, input: this act, limit: a limit) and act again; nothing was changed.`,
  },
  templateUnknown: {
    status: 500,
    zh: (e: { document: string; matter: string }) =>
      `事项 ${e.matter} 的声明里没有文书 ${e.document}。请修改事项声明。`,
    en: (e) => `The declaration of ${e.matter} has no document ${e.document}. Correct the declaration.`,
  },
  unknown: {
    status: 404,
    zh: (_: typeof nothing) => '没有这份文书，或者您不能查看它。请核对链接；凭核验码查看的，请核对核验码。',
    en: () => 'There is no such document, or you may not see it. Check the link, or the verification code.',
  },
  codeMistyped: {
    status: 422,
    zh: (e: { code: string }) => `核验码 ${e.code} 有误：应为 16 位，可能输错了一位或两位颠倒。请对照文书重新输入。`,
    en: (e) =>
      `The code ${e.code} is mistyped: it has 16 characters, and one may be wrong or two exchanged. Compare it with the paper.`,
  },
  codeUnknown: {
    status: 404,
    zh: (e: { code: string }) => `没有核验码为 ${e.code} 的文书。这份文书不是本平台签发的，请向签发单位核实。`,
    en: (e) => `No document has the code ${e.code}: it was not issued here. Ask the office whose name it bears.`,
  },
  tooManyChecks: {
    status: 429,
    zh: (e: { minutes: number }) => `查询未果的次数过多，请 ${e.minutes} 分钟后再试。`,
    en: (e) => `Too many codes were not found. Try again in ${e.minutes} minutes.`,
  },
  changed: {
    status: 500,
    zh: (e: { number: string }) =>
      `文书 ${e.number} 的内容与签发时的摘要不一致，可能被改动，不能打印。请联系平台管理员，从备份核对。`,
    en: (e) =>
      `The content of ${e.number} does not fit the digest of its issue; it may have been changed and is not printed. Tell the administrator to compare it with a back-up.`,
  },
  alreadyRevoked: {
    status: 409,
    zh: (e: { number: string; on: string }) => `文书 ${e.number} 已于 ${e.on} 撤销，不用再撤销。`,
    en: (e) => `${e.number} was revoked on ${e.on} already.`,
  },
  badgeRevoked: {
    status: 410,
    zh: (e: { number: string }) => `证书 ${e.number} 已撤销，数字徽章不再提供。`,
    en: (e) => `The certificate ${e.number} was revoked, and its badge with it.`,
  },
  noBadge: {
    status: 404,
    zh: (e: { label: string }) => `“${e.label}”不是证书，没有数字徽章。`,
    en: (e) => `“${e.label}” is no certificate and has no badge.`,
  },
})
