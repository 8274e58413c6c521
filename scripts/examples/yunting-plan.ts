/**
 * The plan of 云汀县, an invented county: the one source of every file in docs/examples.
 *
 * It has what such plans have and what makes them hard to read by machine: merged table cells, a footnote, several
 * numbers in one sentence, a goal that a task states again with another number (质押融资 6亿元 and 5亿元).
 */

export type Block =
  | { readonly kind: 'notice' | 'addressee' | 'plain' | 'note'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'signature'; readonly text: string }
  /** 一、 */
  | { readonly kind: 'chapter'; readonly text: string }
  /** （一）, counted anew in each chapter */
  | { readonly kind: 'group'; readonly text: string }
  /** 1、, counted through the whole plan */
  | { readonly kind: 'task'; readonly title: string; readonly body: string; readonly units: string }
  /** —— */
  | { readonly kind: 'bullet'; readonly text: string; readonly footnote?: Footnote }
  | { readonly kind: 'table'; readonly rows: readonly (readonly TableCell[])[] }

export interface Footnote {
  /** the words after which the mark stands */
  readonly after: string
  readonly text: string
}

export interface TableCell {
  readonly text: string
  readonly across?: number
  readonly down?: number
}

const cell = (text: string): TableCell => ({ text })

/** What the amended plan says otherwise. */
export interface Amendments {
  readonly documentNo: string
  readonly noticeTitle: string
  readonly noticeText: string
  readonly date: string
  readonly grantedPatents: string
  readonly highValuePerTenThousand: string
  readonly pledgeGoal: string
}

const adopted: Amendments = {
  documentNo: '云政办发〔2025〕18号',
  noticeTitle: '云汀县人民政府办公室关于印发《云汀县知识产权强县建设工作方案（2025—2027年）》的通知',
  noticeText:
    '《云汀县知识产权强县建设工作方案（2025—2027年）》已经县政府第31次常务会议讨论同意，现印发给你们，请结合实际组织实施。',
  date: '2025年3月10日',
  grantedPatents: '6800件',
  highValuePerTenThousand: '9.5件',
  pledgeGoal: '6亿元',
}

const amended: Amendments = {
  documentNo: '云政办发〔2026〕7号',
  noticeTitle: '云汀县人民政府办公室关于印发《云汀县知识产权强县建设工作方案（2025—2027年）》的通知',
  noticeText:
    '《云汀县知识产权强县建设工作方案（2025—2027年）》根据中期评估情况作了修订，已经县政府第47次常务会议讨论同意，现重新印发给你们，原云政办发〔2025〕18号文件同时停止执行。',
  date: '2026年4月2日',
  grantedPatents: '7500件',
  highValuePerTenThousand: '11件',
  pledgeGoal: '8亿元',
}

interface Task {
  readonly title: string
  readonly body: string
  readonly units: string
}

const struckTask: Task = {
  title: '办好知识产权集市',
  body: '每季度在县城和重点镇轮流举办一次知识产权集市，把确权、维权、融资等服务送到群众身边。',
  units: '县商务局牵头，县市场监管局（知识产权局）、各镇（街道）',
}

const addedTask: Task = {
  title: '开展数据知识产权登记',
  body: '引导企业对依法取得、经过加工的数据集合申请登记，累计登记数据知识产权30件，探索登记证书在交易和融资中的使用。',
  units: '县数据局牵头，县市场监管局（知识产权局）、县工信局',
}

export const yuntingPlan: readonly Block[] = composePlan(adopted, [struckTask])
export const yuntingPlanAmended: readonly Block[] = composePlan(amended, [addedTask])

function composePlan(facts: Amendments, serviceTasks: readonly Task[]): readonly Block[] {
  const tasks = (...list: readonly Task[]): Block[] => list.map((task) => ({ kind: 'task', ...task }))
  return [
    { kind: 'notice', text: facts.documentNo },
    { kind: 'title', text: facts.noticeTitle },
    { kind: 'addressee', text: '云汀经济开发区管委会，各镇人民政府、街道办事处，县各委办局，县各直属单位：' },
    { kind: 'plain', text: facts.noticeText },
    { kind: 'signature', text: '云汀县人民政府办公室' },
    { kind: 'signature', text: facts.date },
    { kind: 'note', text: '（演示文本：云汀县及文中单位、数字均为虚构）' },
    { kind: 'title', text: '云汀县知识产权强县建设工作方案（2025—2027年）' },
    {
      kind: 'plain',
      text: '为把知识产权工作更好地融入全县产业升级和民生改善，依据《知识产权强国建设纲要（2021—2035年）》和上级有关部署，结合云汀实际，制定本方案。',
    },
    { kind: 'chapter', text: '指导思想' },
    {
      kind: 'plain',
      text: '以服务实体经济为根本，以改革为动力，以法治为保障，围绕青瓷、竹艺、云雾茶三个传统产业和新型储能、精密铸件两个新兴产业，打通从创造到运用的每一个环节，让创新者得利、守法者得益、侵权者受罚，走出一条山区小县依靠知识产权增强后劲的路子。坚持质量优先，不以数量论英雄；坚持问题导向，先解决企业反映最多的确权慢、维权难、融资贵；坚持上下联动，县、镇、园区各负其责，让知识产权服务像水电一样方便。',
    },
    { kind: 'chapter', text: '工作目标' },
    {
      kind: 'plain',
      text: '到2027年底，全县知识产权管理体系更加健全，创造质量、保护效果、运用效益和服务水平走在全市前列，建成省级知识产权强县建设示范县，争创国家知识产权强县建设试点县。',
    },
    {
      kind: 'bullet',
      text: '管理机制协调顺畅。县级知识产权联席会议每年召开不少于2次，新增省级知识产权试点园区1个，各镇（街道）知识产权专管员配备率达100%。',
    },
    {
      kind: 'bullet',
      text: `创造质量明显提高。专利授权量累计达${facts.grantedPatents}，万人高价值发明专利拥有量达${facts.highValuePerTenThousand}，企业发明专利授权量占比达85%以上，PCT国际专利申请累计达45件，马德里商标有效注册量达20件，年度作品著作权登记量不低于900件。`,
      footnote: {
        after: '万人高价值发明专利拥有量',
        text: '指每一万常住人口拥有的有效高价值发明专利件数，统计时点为当年12月31日。',
      },
    },
    {
      kind: 'bullet',
      text: '保护网络覆盖城乡。建成县级知识产权纠纷调解中心1家，行政裁决案件按期结案率达95%以上，知识产权保护社会满意度达85分以上，正版正货承诺商户超200家。',
    },
    {
      kind: 'bullet',
      text: `运用效益持续放大。知识产权质押融资额累计达${facts.pledgeGoal}，专利密集型产业增加值占GDP比重达12%，地理标志产品年销售额超8亿元，新增国家级知识产权优势企业4家，专利转让许可累计达150次。`,
    },
    {
      kind: 'bullet',
      text: '服务人才支撑有力。新增知识产权工作站12家，知识产权服务机构达6家，累计培训各类人才2400人次，县知识产权专家库成员达40人。',
    },
    { kind: 'plain', text: '主要指标的年度安排如下：' },
    {
      kind: 'table',
      rows: [
        [
          { text: '类别', down: 2 },
          { text: '指标', down: 2 },
          { text: '年度安排', across: 3 },
        ],
        [cell('2025年'), cell('2026年'), cell('2027年')],
        [{ text: '创造', down: 2 }, cell('PCT国际专利申请累计量（件）'), cell('12'), cell('28'), cell('45')],
        [cell('马德里商标有效注册量（件）'), cell('12'), cell('16'), cell('20')],
        [cell('服务'), cell('知识产权工作站（家）'), cell('4'), cell('8'), cell('12')],
      ],
    },
    { kind: 'chapter', text: '重点任务' },
    { kind: 'group', text: '理顺管理体制，增强统筹能力' },
    ...tasks(
      {
        title: '健全议事协调机制',
        body: '发挥县知识产权联席会议作用，建立重点事项清单和季度通报制度，把知识产权工作列入县对镇（街道）和部门的综合考核。对跨部门的难点事项实行一事一议，由联席会议召集人主持协调，议定结果限期办结并向社会公开。',
        units: '县市场监管局（知识产权局）牵头，县委编办、县财政局、县统计局',
      },
      {
        title: '开展园区试点建设',
        body: '支持云汀经济开发区设立知识产权服务窗口，围绕储能产业编制专利导航图，把导航结果用于招商选商和技术攻关，引导园区企业建立内部知识产权管理制度，2026年底前建成省级知识产权试点园区。',
        units: '云汀经济开发区管委会牵头，县市场监管局（知识产权局）、县发展改革局',
      },
      {
        title: '推行重大项目知识产权评议',
        body: '对县级财政投入500万元以上的产业项目，在立项前开展知识产权评议，查明技术来源、权利归属和到期时间，防止重复研发和侵权风险。评议意见作为项目审批和资金拨付的参考。',
        units: '县发展改革局牵头，县市场监管局（知识产权局）、县工信局、县科技局',
      },
    ),
    { kind: 'group', text: '提高创造水平，夯实产业根基' },
    ...tasks(
      {
        title: '培育高价值专利',
        body: '组建储能、铸件两个专利培育联合体，每年遴选10个项目给予跟踪辅导，推动高价值发明专利拥有量稳步增长。落实专利申请前评估制度，严格控制非正常专利申请，停止对单纯专利授权的财政补助。',
        units: '县科技局牵头，县市场监管局（知识产权局）、县工信局、县教育局',
      },
      {
        title: '实施商标品牌提升行动',
        body: '以“汀溪青瓷”“云汀竹艺”“云雾茶”为重点，指导经营主体规范使用商标，支持出口企业申请马德里国际商标注册。建立重点商标保护名录，对抢注和摹仿行为及时提出异议、无效请求。',
        units: '县市场监管局（知识产权局）牵头，县农业农村局、县商务局',
      },
      {
        title: '繁荣版权创作',
        body: '设立青瓷纹样和竹编图案数字版权库，简化作品登记手续，打造县级版权示范单位5家。组织年度青瓷设计大赛，鼓励非遗传承人和青年设计师合作，让好图案变成好产品。',
        units: '县委宣传部牵头，县文广旅游局、各镇（街道）',
      },
    ),
    { kind: 'group', text: '强化保护力度，优化营商环境' },
    ...tasks(
      {
        title: '完善行政保护',
        body: '对展会、专业市场和电商平台开展双随机检查，每年办理知识产权行政案件不少于30件，依法公开处罚结果。推行行政裁决简易程序，事实清楚的案件当场受理、快速办结。',
        units: '县市场监管局（知识产权局）牵头，县农业农村局、县文广旅游局',
      },
      {
        title: '加强司法衔接',
        body: '健全行政执法和刑事司法信息共享、案件移送制度，推广诉前调解和简案快审。推行技术调查官参与办案，对重复侵权、恶意侵权依法适用惩罚性赔偿。',
        units: '县法院、县检察院、县公安局按职责分工负责，县司法局、县市场监管局（知识产权局）配合',
      },
      {
        title: '建设纠纷调解中心',
        body: '整合人民调解、行业调解力量，建立县知识产权纠纷调解中心，调解成功率达70%以上。在青瓷一条街和农产品批发市场设立调解联系点，小额纠纷不出市场、不过当日。',
        units: '县司法局牵头，县市场监管局（知识产权局）、县法院、县工商联',
      },
      {
        title: '支持海外维权',
        body: '编印主要出口国知识产权指引，为“走出去”企业提供预警和应对咨询，每年服务企业不少于20家。建立涉外律师和专利代理师名册，企业遇到海外纠纷时可以随时咨询。',
        units: '县商务局牵头，县市场监管局（知识产权局）、县贸促会',
      },
    ),
    { kind: 'group', text: '拓宽运用渠道，做优服务供给' },
    ...tasks(
      {
        title: '扩大质押融资规模',
        body: '设立知识产权质押风险补偿资金，引导银行机构开发纯质押产品，知识产权质押融资额累计达5亿元，惠及企业120家以上。简化登记手续，实行一次申请、并联评估，企业从提出申请到获得贷款的时间压缩三分之一。',
        units: '县金融办牵头，县财政局、县市场监管局（知识产权局）、人民银行云汀营管部',
      },
      {
        title: '促进地理标志富农',
        body: '修订云雾茶、汀溪青瓷两项地理标志产品标准，推广专用标志，培育带动农户增收的示范基地3个。建设产地溯源系统，扫码即可查看产区、工艺和用标企业，清理市场上的冒用行为。',
        units: '县农业农村局牵头，县市场监管局（知识产权局）、县供销社',
      },
      ...serviceTasks,
      {
        title: '建好工作站和人才队伍',
        body: '在园区、商会和重点镇布局知识产权工作站12家，会同县职教中心开设实务课程，每年培训800人次。吸引退休审查员、律师和高校教师担任志愿顾问，每月到工作站坐班一天。',
        units: '县市场监管局（知识产权局）牵头，县人力资源社会保障局、县教育局、各镇（街道）',
      },
    ),
    { kind: 'chapter', text: '保障措施' },
    { kind: 'group', text: '加强组织领导' },
    {
      kind: 'plain',
      text: '县知识产权联席会议统筹推进本方案，县政府分管领导任召集人，办公室设在县市场监管局（知识产权局），各责任单位明确一名分管领导和一名联络员。',
    },
    { kind: 'group', text: '落实资金保障' },
    {
      kind: 'plain',
      text: '县财政每年安排知识产权专项资金600万元，重点支持高价值专利培育、质押融资贴息和公共服务，专款专用、绩效管理。',
    },
    { kind: 'group', text: '严格督查考核' },
    {
      kind: 'plain',
      text: '联席会议办公室按季度调度、半年通报，对进度滞后的单位发出提醒函，年度考核结果与评先评优挂钩。',
    },
    { kind: 'group', text: '营造良好氛围' },
    {
      kind: 'plain',
      text: '利用知识产权宣传周、茶文化节等时机开展宣传，推动知识产权课程进中小学，讲好云汀创新故事。对侵权假冒典型案件公开曝光，形成尊重知识、崇尚创新、诚信守法的风气。',
    },
    { kind: 'chapter', text: '时序进度' },
    { kind: 'group', text: '部署启动阶段（2025年3月—2025年5月）' },
    { kind: 'plain', text: '印发方案，召开动员会，分解任务，各责任单位于4月底前报送细化措施。' },
    { kind: 'group', text: '全面实施阶段（2025年6月—2027年6月）' },
    { kind: 'plain', text: '按照年度计划推进各项任务，2026年6月组织中期评估，根据评估结果调整措施。' },
    { kind: 'group', text: '自查评估阶段（2027年7月—2027年9月）' },
    { kind: 'plain', text: '对照目标逐项自查，补齐短板，形成自评报告和佐证材料清单。' },
    { kind: 'group', text: '总结验收阶段（2027年10月—2027年12月）' },
    { kind: 'plain', text: '汇总成效和典型案例，报请上级部门评估验收，谋划下一阶段工作。' },
  ]
}
