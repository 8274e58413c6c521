import { oneOf } from '@qiangxian/kernel/registers/fields'

export const topics = [
  oneOf('patent', '专利', 'Patents'),
  oneOf('trademark', '商标', 'Trade marks'),
  oneOf('copyright', '版权', 'Copyright', '著作权'),
  oneOf('geographical-indication', '地理标志', 'Geographical indications'),
  oneOf('trade-secret', '商业秘密', 'Trade secrets'),
  oneOf('finance', '质押、保险', 'Finance'),
  oneOf('infringement', '被侵权、被告侵权', 'Infringement'),
  oneOf('policy', '政策、奖补', 'Policies'),
  oneOf('overseas', '海外', 'Abroad'),
  oneOf('other', '其他', 'Other'),
] as const
