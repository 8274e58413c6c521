import { defineGuard } from '@qiangxian/kernel/matters/define-matter'

/** 公告2023年第27号: certificates of the edition of 2013 end on that day for all */
const OLD_EDITION_LAST_DAY = '2025-12-31'

export const certificateCounts = defineGuard({
  id: 'standard-adoption.certificate-in-force',
  label: '证书有效',
  labelEn: 'The certificate is in force',
  refuses: ({ values, today }) => {
    if (values['kind'] !== 'certified') return undefined
    const until = values['validUntil']
    if (values['standard'] === 'gbt29490-2013' && today > OLD_EDITION_LAST_DAY) {
      return {
        zh: 'GB/T 29490-2013 的证书没有在 2025-12-31 前换成 2023 版的已经失效，不能登记。请换版后再备案。',
        en: 'Certificates of the edition of 2013 ended on 2025-12-31. Come again with one of 2023.',
      }
    }
    return typeof until === 'string' && until < today
      ? {
          zh: `证书 ${until} 到期，已经失效，不能登记。请续证后再备案。`,
          en: `The certificate ended on ${until}. Renew it first.`,
        }
      : undefined
  },
})

export const isCertified = defineGuard({
  id: 'standard-adoption.is-certified',
  label: '已经取得证书',
  labelEn: 'It has a certificate',
  refuses: ({ values }) =>
    values['kind'] === 'certified'
      ? undefined
      : {
          zh: '这一件是启动备案，还没有证书，不能登记证书。请办“启动备案”，取得证书后再来备案。',
          en: 'It only announces the start; there is no certificate to enter. Confirm the start instead.',
        },
})

export const isStarting = defineGuard({
  id: 'standard-adoption.is-starting',
  label: '启动贯标',
  labelEn: 'It announces the start',
  refuses: ({ values }) =>
    values['kind'] === 'starting'
      ? undefined
      : {
          zh: '这一件有证书，请办“登记证书”。',
          en: 'It has a certificate; enter that.',
        },
})
