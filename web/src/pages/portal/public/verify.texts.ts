import { defineTexts } from '../../../i18n/language.ts'

export const verifyTexts = defineTexts(
  {
    changed: '内容被改动过，不要采信',
    revokedOn: (day: string, reason: string) => `${day}撤销：${reason}`,
    seal: {
      none: '没有用印',
      valid: '电子印章有效',
      testOnly: '测试印章，仅供演示，没有法律效力',
      broken: '印章对不上，不要采信',
      otherKey: '用的是以前的印章密钥',
    },
  },
  {
    changed: 'The content was altered: do not trust it',
    revokedOn: (day, reason) => `revoked on ${day}: ${reason}`,
    seal: {
      none: 'not sealed',
      valid: 'sealed, valid',
      testOnly: 'test seal, without legal force',
      broken: 'the seal does not fit: do not trust it',
      otherKey: 'sealed with an earlier key',
    },
  },
)
