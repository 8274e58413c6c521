import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, decimal, link, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 特色农产品和乡土特色名录 */
export const ruralSpeciality = defineRegister({
  id: 'rural-speciality',
  area: 'region',
  systems: ['S56'],
  label: '乡土特色名录',
  labelEn: 'Rural specialities',
  recordLabel: '乡土特色',
  countUnit: '项',
  about: '特色农产品、乡土工艺及其已有的和应有的保护：商标、地理标志、品种；培育工作由此排序。',
  source: '工作方案任务 25',
  fields: {
    name: text('名称', 'Name', { ...open, required: true, longest: 100, aliases: ['产品名称', '特色名称', '品名'] }),
    category: choice(
      '类别',
      'Category',
      [
        oneOf('tea', '茶', 'Tea', '茶叶'),
        oneOf('grain', '粮油', 'Grain', '稻米', '大米'),
        oneOf('fruit', '果品', 'Fruit', '水果'),
        oneOf('vegetable', '蔬菜', 'Vegetables'),
        oneOf('aquatic', '水产', 'Aquatic products', '水产品'),
        oneOf('livestock', '畜禽', 'Livestock'),
        oneOf('bamboo', '林竹', 'Bamboo and wood', '竹制品'),
        oneOf('craft', '手工艺', 'Crafts', '乡土工艺'),
        oneOf('other', '其他', 'Other'),
      ],
      { ...open, required: true, aliases: ['品类', '类型', '种类'] },
    ),
    producer: text('主要生产者', 'Producer', { ...open, longest: 200, aliases: ['生产主体', '经营主体'] }),
    gi: link('地理标志', 'Geographical indication', 'geographical-indication', { ...open, aliases: ['对应地理标志'] }),
    protection: choice(
      '保护情况',
      'Protection',
      [
        oneOf('protected', '已有保护', 'Protected', '已保护'),
        oneOf('applied', '申请中', 'Applied for'),
        oneOf('open', '尚无保护', 'None yet', '未保护'),
      ],
      { ...open, aliases: ['保护状态'] },
    ),
    area: decimal('种植养殖面积', 'Area', { unit: '亩', least: 0, aliases: ['面积', '种植面积'] }),
    output: decimal('年产量', 'Yearly output', { unit: '吨', least: 0, aliases: ['产量'] }),
    listedOn: date('列入日期', 'Listed on', { ...open, required: true, aliases: ['入录日期', '收录日期'] }),
    endedOn: date('移出日期', 'Removed on', { ...open, notBefore: ['listedOn'] }),
    evidence: files('材料', 'Documents'),
    remarks: remarks(),
  },
  key: ['name', 'category'],
  title: 'name',
  columns: ['name', 'category', 'producer', 'protection', 'gi', 'listedOn'],
  validity: { from: 'listedOn', until: ['endedOn'] },
  access: { public: ['name', 'category', 'producer', 'gi', 'protection'], units: 'all', editedBy: 'units' },
  retentionYears: 30,
})
