import type { Field } from '@qiangxian/kernel/registers/field.types'
import { choices, oneOf, text } from '@qiangxian/kernel/registers/fields'

const open = { sensitivity: 'open' } as const

/** What is kept of everybody who is appointed: the number of the identity card is sensitive, ways to reach somebody are personal. */
export const identity = {
  idNumber: text('身份证号', 'Identity card', {
    sensitivity: 'sensitive',
    mask: 'idCard',
    format: 'personal-document',
    aliases: ['证件号码', '身份证号码', '公民身份号码', '证件号'],
    help: '只用于辨认同名和发放报酬',
    group: '个人信息',
  }),
  phone: text('手机', 'Phone', {
    sensitivity: 'personal',
    mask: 'phone',
    format: 'phone',
    aliases: ['联系电话', '电话', '手机号', '手机号码', '联系方式'],
    group: '个人信息',
  }),
  email: text('电子邮箱', 'E-mail', {
    sensitivity: 'personal',
    mask: 'email',
    format: 'email',
    aliases: ['邮箱', 'E-mail'],
    group: '个人信息',
  }),
} as const satisfies Record<string, Field>

/** 专业领域, as experts are asked for them. */
export const specialities = () =>
  choices(
    '专业领域',
    'Specialities',
    [
      oneOf('patent', '专利', 'Patents'),
      oneOf('trademark', '商标', 'Trade marks'),
      oneOf('copyright', '版权', 'Copyright', '著作权'),
      oneOf('geographical-indication', '地理标志', 'Geographical indications'),
      oneOf('trade-secret', '商业秘密', 'Trade secrets'),
      oneOf('law', '法律', 'Law'),
      oneOf('finance', '金融与评估', 'Finance and valuation', '金融', '评估'),
      oneOf('ceramics', '陶瓷', 'Ceramics', '紫砂'),
      oneOf('materials', '新材料', 'Materials', '材料'),
      oneOf('machinery', '机械', 'Machinery'),
      oneOf('environment', '环保', 'Environment', '环境'),
      oneOf('electronics', '电子信息', 'Electronics', '电子', '信息技术'),
      oneOf('cables', '电线电缆', 'Cables', '电缆'),
      oneOf('biology', '生物医药', 'Biology', '生物', '医药'),
      oneOf('agriculture', '农业', 'Agriculture'),
    ],
    { ...open, aliases: ['擅长领域', '研究方向', '技术领域', '专业方向'] },
  )
