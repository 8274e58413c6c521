import { accountErrors } from '@qiangxian/kernel/accounts/account-errors'
import { identityErrors } from '@qiangxian/kernel/accounts/identity-errors'
import type { Language, QxError } from '@qiangxian/kernel/errors/define-errors'

/** How the last visit to the identity service ended, in words. */
export interface IdentityOutcome {
  readonly code: string
  readonly message: string
  /** what to tell the administrator, where no account is linked */
  readonly reference: string | null
}

/** The cookie holds a code and a number; words come from here only, and what is not known says nothing. */
export function outcomeInWords(cookie: string | undefined, language: Language): IdentityOutcome | null {
  const [code = '', number = ''] = (cookie ?? '').split(' ')
  if (code === 'linked') {
    const message = { zh: '已关联统一身份，以后可用它登录。', en: 'Linked; you can sign in with it from now on.' }
    return { code, message: message[language], reference: null }
  }
  const reference = /^\d{8}$/.test(number) ? number : null
  const error = errorOf(code, reference ?? '')
  return error === undefined ? null : { code, message: error.messageIn(language), reference }
}

function errorOf(code: string, reference: string): QxError | undefined {
  const all = [
    ...(reference === '' ? [] : [identityErrors.unknown({ reference })]),
    identityErrors.visitOver({}),
    identityErrors.denied({}),
    identityErrors.refused({}),
    identityErrors.away({}),
    identityErrors.linkedElsewhere({}),
    accountErrors.accountDisabled({}),
  ]
  return all.find((error) => error.code === code)
}
