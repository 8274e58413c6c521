import { choice, oneOf, text } from '../../registers/fields.ts'
import type { FormField } from '../matter.types.ts'

/**
 * What nearly every form asks of whoever applies, declared once so that it is called alike in all of them and what was
 * said in one fills the next (一次填报).
 */

/** Whether a person or an organisation applies; what is asked next hangs on it. */
export const applicantKind: FormField = choice(
  '申请人类型',
  'Applicant',
  [
    oneOf('person', '个人', 'Person', '自然人', '个体工匠'),
    oneOf('organisation', '单位', 'Organisation', '企业', '法人', '合作社'),
  ],
  { required: true, help: '以企业、合作社、学校、协会等名义办的选“单位”' },
)

const ofOrganisation = { field: 'applicantKind', is: 'organisation' } as const
const ofPerson = { field: 'applicantKind', is: 'person' } as const

/** For services that persons and organisations use: the questions follow the answer to `applicantKind`. */
export const applicantFields: Readonly<Record<string, FormField>> = {
  applicantKind,
  applicantName: {
    ...text('姓名', 'Name', {
      required: true,
      sensitivity: 'personal',
      mask: 'name',
      longest: 50,
      help: '与身份证一致',
    }),
    when: ofPerson,
    prefill: { from: 'person', field: 'name' },
  },
  organisationName: { ...organisationName(), when: ofOrganisation },
  uscc: { ...creditCode(), when: ofOrganisation },
  contactName: { ...contactName(), when: ofOrganisation },
  phone: phone(),
  email: email(),
}

/** For services that only organisations use. */
export const organisationFields: Readonly<Record<string, FormField>> = {
  organisationName: organisationName(),
  uscc: creditCode(),
  address: {
    ...text('地址', 'Address', { required: true, longest: 300, help: '注册地址或者实际经营地址' }),
    prefill: { from: 'entity', field: 'address' },
  },
  contactName: contactName(),
  phone: phone(),
  email: email(),
}

/** For services that are for one person, who is the applicant. */
export const personFields: Readonly<Record<string, FormField>> = {
  applicantName: {
    ...text('姓名', 'Name', {
      required: true,
      sensitivity: 'personal',
      mask: 'name',
      longest: 50,
      help: '与身份证一致，证书按此打印',
    }),
    prefill: { from: 'person', field: 'name' },
  },
  phone: phone(),
  email: email(),
}

function organisationName(): FormField {
  return {
    ...text('单位名称', 'Organisation', {
      required: true,
      sensitivity: 'open',
      longest: 200,
      help: '营业执照或者登记证书上的全称',
    }),
    prefill: { from: 'entity', field: 'name' },
  }
}

function creditCode(): FormField {
  return {
    ...text('统一社会信用代码', 'Unified Social Credit Code', {
      required: true,
      sensitivity: 'open',
      format: 'unified-social-credit-code',
      help: '18 位，在营业执照右上角',
    }),
    prefill: { from: 'entity', field: 'uscc' },
  }
}

function contactName(): FormField {
  return {
    ...text('联系人', 'Contact', {
      required: true,
      sensitivity: 'personal',
      mask: 'name',
      longest: 50,
      help: '办这件事的人，我们有问题会找他',
    }),
    prefill: { from: 'person', field: 'name' },
  }
}

function phone(): FormField {
  return {
    ...text('手机', 'Phone', {
      required: true,
      sensitivity: 'personal',
      mask: 'phone',
      format: 'phone',
      help: '进度和结果发到这个号码',
    }),
    prefill: { from: 'person', field: 'phone' },
  }
}

function email(): FormField {
  return {
    ...text('电子邮箱', 'E-mail', {
      sensitivity: 'personal',
      mask: 'email',
      format: 'email',
      help: '可以不填；填了，文书同时发到邮箱',
    }),
    prefill: { from: 'person', field: 'email' },
  }
}
