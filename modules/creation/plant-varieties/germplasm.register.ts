import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, integer, link, oneOf, point, text } from '@qiangxian/kernel/registers/fields'
import { remarks } from '@qiangxian/kernel/registers/usual-fields'

/** 种质资源: accessions kept in the county's gardens. */
export const germplasm = defineRegister({
  id: 'germplasm',
  area: 'creation',
  systems: ['S18', 'S56'],
  label: '种质资源名录',
  labelEn: 'Germplasm accessions',
  recordLabel: '种质资源',
  countUnit: '份',
  about: '种质资源圃保存的资源：来源、采集和保存情况；采集地点不公开。',
  source: '中华人民共和国种子法（种质资源保护）；工作方案任务 7、任务 25',
  fields: {
    accessionNo: text('保存编号', 'Accession number', {
      required: true,
      longest: 40,
      aliases: ['种质编号', '统一编号', '资源编号'],
    }),
    name: text('种质名称', 'Name', { required: true, longest: 100, aliases: ['名称', '资源名称', '品种名称'] }),
    species: text('作物', 'Species', { required: true, longest: 100, aliases: ['作物名称', '植物种属', '种属'] }),
    category: choice(
      '种质类型',
      'Category',
      [
        oneOf('landrace', '地方品种', 'Landrace'),
        oneOf('bred', '选育品种', 'Bred variety', '育成品种'),
        oneOf('wild', '野生资源', 'Wild', '野生种'),
        oneOf('introduced', '引进资源', 'Introduced', '国外引进'),
      ],
      { aliases: ['类型'] },
    ),
    keeper: link('保存单位', 'Kept by', 'market-entity', { aliases: ['保存圃', '保存机构'] }),
    collectedOn: date('采集日期', 'Collected on', { precision: 'year', aliases: ['收集日期', '采集年份'] }),
    collectedAt: text('采集地点', 'Collected at', { longest: 200, aliases: ['来源地', '产地'] }),
    location: point('采集位置', 'Location'),
    copies: integer('保存数量', 'Kept', { unit: '株（份）', least: 0, aliases: ['数量', '保存份数'] }),
    storedOn: date('入圃日期', 'Stored on', { notBefore: ['collectedOn'], aliases: ['入库日期'] }),
    endedOn: date('灭失日期', 'Lost on', { notBefore: ['storedOn'] }),
    remarks: remarks(),
  },
  key: ['accessionNo'],
  title: 'name',
  columns: ['accessionNo', 'name', 'species', 'category', 'keeper', 'storedOn'],
  validity: { from: 'storedOn', until: ['endedOn'] },
  unitFrom: 'keeper',
  access: { public: 'none', units: 'all', editedBy: 'units' },
  retentionYears: null,
})
