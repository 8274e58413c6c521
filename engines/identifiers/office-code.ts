import { invalid, plain, type Reading, refusedAtOnce, valid, type Words } from './reading.ts'

export interface OfficeCode {
  readonly label: Words
  /** 境外 but not abroad: Hong Kong, Macao, Taiwan; what counts as 海外 is the county's decision */
  readonly lies: 'home' | 'hkMoTw' | 'abroad'
}

/** Offices and countries that the platform needs, by their two letters. @source WIPO ST.3 */
const OFFICES: Readonly<Record<string, readonly [string, string]>> = {
  CN: ['中国', 'China'],
  HK: ['中国香港', 'Hong Kong, China'],
  MO: ['中国澳门', 'Macao, China'],
  TW: ['中国台湾', 'Taiwan, China'],
  US: ['美国', 'United States'],
  JP: ['日本', 'Japan'],
  KR: ['韩国', 'Korea, Republic of'],
  EP: ['欧洲专利局', 'European Patent Office'],
  EM: ['欧盟知识产权局', 'EU Intellectual Property Office'],
  WO: ['世界知识产权组织', 'WIPO'],
  IB: ['国际局', 'International Bureau'],
  DE: ['德国', 'Germany'],
  FR: ['法国', 'France'],
  GB: ['英国', 'United Kingdom'],
  IT: ['意大利', 'Italy'],
  ES: ['西班牙', 'Spain'],
  NL: ['荷兰', 'Netherlands'],
  BE: ['比利时', 'Belgium'],
  CH: ['瑞士', 'Switzerland'],
  SE: ['瑞典', 'Sweden'],
  DK: ['丹麦', 'Denmark'],
  FI: ['芬兰', 'Finland'],
  NO: ['挪威', 'Norway'],
  AT: ['奥地利', 'Austria'],
  PL: ['波兰', 'Poland'],
  RU: ['俄罗斯', 'Russian Federation'],
  EA: ['欧亚专利局', 'Eurasian Patent Organization'],
  UA: ['乌克兰', 'Ukraine'],
  TR: ['土耳其', 'Türkiye'],
  IN: ['印度', 'India'],
  ID: ['印度尼西亚', 'Indonesia'],
  MY: ['马来西亚', 'Malaysia'],
  SG: ['新加坡', 'Singapore'],
  TH: ['泰国', 'Thailand'],
  VN: ['越南', 'Viet Nam'],
  PH: ['菲律宾', 'Philippines'],
  KH: ['柬埔寨', 'Cambodia'],
  LA: ['老挝', "Lao People's Democratic Republic"],
  MM: ['缅甸', 'Myanmar'],
  AU: ['澳大利亚', 'Australia'],
  NZ: ['新西兰', 'New Zealand'],
  CA: ['加拿大', 'Canada'],
  MX: ['墨西哥', 'Mexico'],
  BR: ['巴西', 'Brazil'],
  AR: ['阿根廷', 'Argentina'],
  CL: ['智利', 'Chile'],
  CO: ['哥伦比亚', 'Colombia'],
  PE: ['秘鲁', 'Peru'],
  ZA: ['南非', 'South Africa'],
  EG: ['埃及', 'Egypt'],
  NG: ['尼日利亚', 'Nigeria'],
  KE: ['肯尼亚', 'Kenya'],
  MA: ['摩洛哥', 'Morocco'],
  AE: ['阿联酋', 'United Arab Emirates'],
  SA: ['沙特阿拉伯', 'Saudi Arabia'],
  IL: ['以色列', 'Israel'],
  IR: ['伊朗', 'Iran'],
  PK: ['巴基斯坦', 'Pakistan'],
  BD: ['孟加拉国', 'Bangladesh'],
  LK: ['斯里兰卡', 'Sri Lanka'],
  KZ: ['哈萨克斯坦', 'Kazakhstan'],
  UZ: ['乌兹别克斯坦', 'Uzbekistan'],
  MN: ['蒙古国', 'Mongolia'],
  AP: ['非洲地区知识产权组织', 'ARIPO'],
  OA: ['非洲知识产权组织', 'OAPI'],
  GC: ['海湾合作委员会专利局', 'GCC Patent Office'],
  BX: ['比荷卢知识产权局', 'Benelux'],
}

/** Every code that is known, with its name. */
export const OFFICE_CODES: ReadonlyMap<string, Words> = new Map(
  Object.entries(OFFICES).map(([code, [zh, en]]) => [code, { zh, en }]),
)

/** Reads the code of an office or country; its Chinese name stands for it too. */
export function readOfficeCode(written: string): Reading<OfficeCode> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const text = plain(written)
  const code = OFFICE_CODES.has(text) ? text : [...OFFICE_CODES].find(([, label]) => label.zh === text)?.[0]
  const label = OFFICE_CODES.get(code ?? '')
  if (code === undefined || label === undefined) {
    return invalid(
      '不是已知的局或国家代码：应为两个大写字母，如 US、EP、JP。',
      'This is no code of an office that is known: two capital letters, as in US, EP, JP.',
    )
  }
  const lies = code === 'CN' ? 'home' : ['HK', 'MO', 'TW'].includes(code) ? 'hkMoTw' : 'abroad'
  return valid(code, { label, lies })
}
