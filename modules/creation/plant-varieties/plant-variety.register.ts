import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, links, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 植物新品种权 */
export const plantVariety = defineRegister({
  id: 'plant-variety',
  alsoCalled: ['varieties'],
  area: 'creation',
  systems: ['S13', 'S18'],
  label: '植物新品种权名录',
  labelEn: 'Plant variety rights',
  recordLabel: '品种权',
  countUnit: '件',
  about: '品种权人在本市的植物新品种权；旧条例下授权的期限如何过渡没有规定，届满日按证书存，不推算。',
  source: '中华人民共和国植物新品种保护条例（2025 修订，2025-06-01 起施行）第三十五条（期限）；2014 年文本第三十四条',
  fields: {
    grantNo: text('品种权号', 'Grant number', {
      ...open,
      required: true,
      format: 'plant-variety-no',
      aliases: ['授权号', '新品种权号', '品种权证号'],
    }),
    name: text('品种名称', 'Variety', { ...open, required: true, longest: 100, aliases: ['名称'] }),
    species: text('植物种属', 'Species', { ...open, longest: 100, aliases: ['作物', '属或者种', '植物种类'] }),
    plantKind: choice(
      '植物类别',
      'Kind of plant',
      [
        oneOf('woody', '木本、藤本', 'Woody or vine', '木本', '藤本'),
        oneOf('other', '其他植物', 'Other', '草本', '农作物'),
      ],
      { ...open, aliases: ['类别'], help: '木本、藤本 25 年，其他 20 年，自授权公告之日起；旧条例分别为 20、15 年' },
    ),
    owners: links('品种权人', 'Owners', 'market-entity', {
      ...open,
      required: true,
      aliases: ['权利人', '申请人', '当前权利人'],
    }),
    breeders: text('培育人', 'Breeders', { ...open, longest: 300, aliases: ['育种人', '选育人'] }),
    appliedOn: date('申请日', 'Applied on', { ...open, aliases: ['申请日期'] }),
    grantedOn: date('授权公告日', 'Granted on', {
      ...open,
      required: true,
      notBefore: ['appliedOn'],
      aliases: ['授权日', '授权日期', '公告日'],
    }),
    expiresOn: date('保护期届满日', 'Expires on', {
      ...open,
      mayLieAhead: true,
      notBefore: ['grantedOn'],
      aliases: ['届满日', '到期日'],
    }),
    endedOn: date('终止日期', 'Ended on', { ...open, notBefore: ['grantedOn'], aliases: ['失效日期'] }),
    evidence: files('证书', 'Certificate'),
    remarks: remarks(),
  },
  key: ['grantNo'],
  title: 'name',
  columns: ['grantNo', 'name', 'species', 'owners', 'grantedOn', 'expiresOn'],
  validity: { from: 'grantedOn', until: ['expiresOn', 'endedOn'] },
  unitFrom: 'owners',
  access: {
    public: ['grantNo', 'name', 'species', 'owners', 'grantedOn', 'expiresOn'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
