/**
 * What the invented firms make, with the symbols under which their patents stand. Symbols of `strategic` begin with one
 * of the invented extract of the table of industries, those of `ordinary` with none.
 */
export interface Trade {
  readonly key: string
  /** of firms' names */
  readonly names: readonly string[]
  readonly things: readonly string[]
  readonly strategic: readonly string[]
  readonly ordinary: readonly string[]
  readonly locarno: readonly string[]
  readonly niceClasses: readonly string[]
  /** GB/T 4754 */
  readonly industry: string
  /** of a hundred firms */
  readonly share: number
}

export const trades: readonly [Trade, ...Trade[]] = [
  {
    key: 'ceramics',
    names: ['陶艺', '紫砂', '陶瓷', '精陶'],
    things: ['紫砂壶', '陶瓷茶具', '陶瓷泥料', '釉料', '辊道窑', '陶瓷砖', '陶瓷花盆', '盖碗', '陶瓷密封环'],
    strategic: ['C04B 35/10', 'C04B 35/48', 'C04B 33/24', 'C04B 41/85'],
    ordinary: ['A47G 19/22', 'A47G 19/14', 'B28B 1/26', 'B28B 3/02', 'F27B 9/10', 'B44C 5/04'],
    locarno: ['07-01', '07-02', '11-02', '09-01'],
    niceClasses: ['21', '19', '11'],
    industry: 'C3074',
    share: 30,
  },
  {
    key: 'environment',
    names: ['环保设备', '水处理', '环境工程', '净化'],
    things: ['污水处理装置', '曝气器', '污泥脱水机', '除尘器', '刮泥机', '膜组件', '加药装置', '格栅除污机'],
    strategic: ['C02F 9/00', 'C02F 1/44', 'B01D 53/78', 'C02F 11/12', 'B01D 33/04'],
    ordinary: ['B08B 3/02', 'F16L 55/24', 'B66C 1/10', 'F16K 31/06', 'E03F 5/14'],
    locarno: ['23-01', '15-09'],
    niceClasses: ['11', '07', '40'],
    industry: 'C3591',
    share: 20,
  },
  {
    key: 'cables',
    names: ['电缆', '线缆', '电气', '电工'],
    things: ['阻燃电缆', '电缆料', '光电复合缆', '铜杆', '电缆桥架', '绞线机', '绝缘料', '电缆盘'],
    strategic: ['H01M 10/052', 'C08L 23/08', 'H02S 40/36', 'C08L 27/06'],
    ordinary: ['H01B 7/295', 'H01B 13/02', 'H02G 3/04', 'B65H 75/14', 'H01B 9/00'],
    locarno: ['13-03', '13-02'],
    niceClasses: ['09', '17', '06'],
    industry: 'C3831',
    share: 18,
  },
  {
    key: 'machinery',
    names: ['机械', '装备', '重工', '精密'],
    things: ['机器人夹具', '减速机', '输送线', '压力容器', '换热器', '磨床', '搅拌机', '风电塔筒法兰'],
    strategic: ['B25J 9/16', 'F03D 13/20', 'B25J 15/08'],
    ordinary: ['B65G 15/30', 'B23P 19/00', 'F16H 1/28', 'B24B 5/04', 'F28D 7/16', 'B01F 27/80'],
    locarno: ['15-09', '08-05'],
    niceClasses: ['07', '12'],
    industry: 'C3499',
    share: 14,
  },
  {
    key: 'materials',
    names: ['新材料', '化工', '高分子', '涂料'],
    things: ['改性树脂', '防腐涂料', '碳纤维预浸料', '水性粘合剂', '催化剂', '耐火材料', '复合膜'],
    strategic: ['C08L 63/00', 'C04B 35/66', 'C08L 67/02', 'B01D 71/34'],
    ordinary: ['C09D 163/00', 'C09J 133/08', 'B29C 70/34', 'D06M 15/564', 'B32B 27/36'],
    locarno: ['09-03', '25-01'],
    niceClasses: ['01', '02', '17'],
    industry: 'C2659',
    share: 10,
  },
  {
    key: 'electronics',
    names: ['电子', '光伏', '智能科技', '信息技术'],
    things: ['光伏组件', '集成电路封装结构', '传感器', '数据采集方法', '储能电池包', '图像识别方法', '太阳能支架'],
    strategic: ['H01L 31/048', 'H04L 67/12', 'G06T 7/00', 'H01M 50/204', 'H02S 20/30'],
    ordinary: ['G01D 21/02', 'G01N 27/00', 'H05K 7/20', 'B60R 16/02'],
    locarno: ['14-02', '14-04', '13-02'],
    niceClasses: ['09', '42', '35'],
    industry: 'C3825',
    share: 5,
  },
  {
    key: 'farming',
    names: ['茶业', '农业科技', '食品', '果业'],
    things: ['红茶加工设备', '茶叶萎凋机', '百合种植方法', '稻米加工装置', '竹笋保鲜方法', '茶树扦插方法'],
    strategic: ['C12N 1/20'],
    ordinary: ['A23F 3/06', 'A01G 17/00', 'A23B 7/154', 'B02B 3/00', 'A01G 31/00'],
    locarno: ['09-03', '01-05'],
    niceClasses: ['30', '29', '31'],
    industry: 'C1530',
    share: 3,
  },
]

export const adjectives = [
  '新型',
  '高效',
  '节能',
  '可调式',
  '便于清洗的',
  '耐高温',
  '防腐',
  '自动化',
  '低噪声',
  '一体式',
  '易拆装的',
  '高强度',
  '带有保护结构的',
  '模块化',
] as const

export const inventionEndings = ['及其制备方法', '的制备方法', '的控制方法', '及其使用方法', '的生产工艺'] as const
export const modelEndings = ['', '结构', '组件', '装置'] as const

/** The invented extract of the table of symbols and industries. */
export const industryTable: readonly (readonly [symbol: string, industry: string])[] = [
  ['C04B', 'new-materials'],
  ['C08L', 'new-materials'],
  ['C02F', 'environment'],
  ['B01D', 'environment'],
  ['H01M', 'new-energy-vehicles'],
  ['H02S', 'new-energy'],
  ['F03D', 'new-energy'],
  ['H01L', 'information-technology'],
  ['H04L', 'information-technology'],
  ['G06F', 'information-technology'],
  ['G06T', 'digital-creativity'],
  ['B25J', 'high-end-equipment'],
  ['B64C', 'high-end-equipment'],
  ['C12N', 'biology'],
  ['C07K', 'biology'],
  ['C12Q', 'related-services'],
]

/** 天干、地支: of these all invented people and firms are named. */
export const stems = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'] as const

/** Banks without names. */
export const banks = [
  '甲银行宜兴支行',
  '乙银行宜兴支行',
  '丙银行宜兴支行',
  '丁农村商业银行',
  '戊银行宜兴支行',
  '己银行环科园支行',
].map((name) => `${name}（演示）`)
