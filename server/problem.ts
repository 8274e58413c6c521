import { isLostConnection } from '@qiangxian/kernel/database/database'
import { type Language, type Localized, QxError } from '@qiangxian/kernel/errors/define-errors'

/** What the HTTP interface answers when something could not be done. @source RFC 9457 */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** stable, for programs: `plan.alreadyAdopted` */
  readonly code: string
  readonly detail: string
  readonly requestId: string
  readonly problems?: readonly { readonly path: string; readonly message: string }[]
  readonly retryAfterSeconds?: number
}

const titles: Readonly<Record<number, Localized>> = {
  400: { zh: '填写有误', en: 'Bad input' },
  401: { zh: '需要登录', en: 'Sign-in needed' },
  403: { zh: '没有权限', en: 'Not allowed' },
  404: { zh: '没有找到', en: 'Not found' },
  409: { zh: '暂时不能办理', en: 'Conflict' },
  413: { zh: '文件太大', en: 'Too large' },
  415: { zh: '格式不支持', en: 'Unsupported format' },
  422: { zh: '无法处理', en: 'Cannot be processed' },
  429: { zh: '请稍后再试', en: 'Too many requests' },
  503: { zh: '暂时不可用', en: 'Unavailable' },
}

const unexpected: Localized = {
  zh: '系统出错，本次操作没有保存。请把请求编号告诉平台管理员，稍后再试。',
  en: 'Something went wrong and nothing was saved. Tell the administrator the request id and try again later.',
}

const away: Localized = {
  zh: '数据库暂时连接不上，本次操作没有保存。请稍等片刻再试；若持续出现，请联系平台管理员。',
  en: 'The database cannot be reached; nothing was saved. Try again in a moment, or tell the administrator.',
}

/** An error as a problem, in the reader's language. Only our own errors speak; others say nothing of their inside. */
export function problemFrom(error: unknown, requestId: string, language: Language): Problem {
  if (error instanceof QxError) {
    return {
      type: `/api/errors/${error.code}`,
      title: (titles[error.status] ?? { zh: '系统出错', en: 'Error' })[language],
      status: error.status,
      code: error.code,
      detail: error.messageIn(language),
      requestId,
      ...(error.problems.length === 0
        ? {}
        : { problems: error.problems.map(({ path, message }) => ({ path, message: message[language] })) }),
      ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
    }
  }
  if (isLostConnection(error)) return { ...plain(503, 'database.away', away), retryAfterSeconds: 5 }
  const status = statusOf(error)
  if (status !== undefined && status < 500) {
    return plain(status, 'http.badRequest', wordsFor(error))
  }
  return plain(500, 'unexpected', unexpected)

  function plain(number: number, code: string, detail: Localized): Problem {
    const title = (titles[number] ?? { zh: '系统出错', en: 'Error' })[language]
    return { type: `/api/errors/${code}`, title, status: number, code, detail: detail[language], requestId }
  }
}

const httpWords: Readonly<Record<string, Localized>> = {
  FST_FILES_LIMIT: { zh: '一次只能上传一个文件。请分次上传。', en: 'One file at a time. Upload them one by one.' },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    zh: '提交的内容太多（超过 2 MB）。请减少内容，或以文件上传。',
    en: 'Too much was sent (more than 2 MB). Send less, or upload it as a file.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    zh: '提交的格式不支持。请以 JSON 或表单（multipart/form-data）提交。',
    en: 'This format is not taken. Send JSON or a form (multipart/form-data).',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    zh: '请求体是空的。请填写后提交。',
    en: 'The body is empty. Fill it in and send again.',
  },
}

function wordsFor(error: unknown): Localized {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : ''
  return (
    httpWords[code] ?? {
      zh: `请求不符合要求（${message}）。请检查后重新提交。`,
      en: `The request cannot be taken (${message}). Check it and send again.`,
    }
  )
}

/** Fastify and its plug-ins put the status on the error. */
function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined
}
