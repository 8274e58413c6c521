import type { Seeded } from '../seeded.ts'

/** What invented people want of the county: forms and answers that read as real ones do, and are marked 演示. */
export interface MatterTale {
  readonly values: Readonly<Record<string, unknown>>
  /** act → what comes with it */
  readonly inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

type Telling = (random: Seeded, today: string) => MatterTale

const things = ['提梁壶', '石瓢壶', '西施壶', '掇只壶', '竹段壶', '盖碗', '茶宠', '陶瓷花盆', '釉下彩茶具'] as const
const shops = ['演示甲茶具店', '演示乙陶艺坊', '演示丙网店', '演示丁直播间', '演示戊商行'] as const
const ask = { toSupplement: '身份证反面照片不清楚，请重拍；侵权线索请补一张能看清店名的照片。（演示）' }
const refuse = {
  ground: 'conditions',
  reason: '所说的事不属于知识产权，是一般的合同纠纷。（演示）',
  otherWays: '可以到当地人民调解委员会申请调解，或者向人民法院起诉。（演示）',
}
const usual = { askForSupplement: ask, refuse, supplement: { supplementWords: '已按要求补齐。（演示）' } }

export const matterTales: Readonly<Record<string, { readonly share: number; readonly tell: Telling }>> = {
  'rights-assistance': {
    share: 40,
    tell: (random, today) => {
      const thing = random.pick(things)
      return {
        values: {
          rightKind: random.pick(['design', 'copyright', 'trademark', 'invention']),
          rightTitle: `${thing}外形`,
          rightNo: null,
          counterparty: random.pick(shops),
          counterpartyPlace: '网店首页第二屏（演示）',
          foundOn: today,
          facts: `我做的${thing}去年上市，最近发现${random.pick(shops)}卖的和我的几乎一样，价格只有一半，已经有老客户买错。（演示）`,
          helpKinds: random.pick([['advice'], ['infringement-opinion'], ['evidence', 'advice'], ['fair-or-platform']]),
          isOverseas: 'no',
          otherRoads: random.pick(['none', 'none', 'mediation']),
          wish: '希望对方停止销售，赔偿损失。（演示）',
        },
        inputs: {
          ...usual,
          assign: {
            plan: '一、核对权利是否有效；二、请三位专家比对；三、指导平台投诉。（演示）',
            helper: '演示维权援助工作站',
          },
          issueOpinion: {
            experts: ['甲', '乙', '丙'].map((name) => ({ id: null, name: `演示专家${name}` })),
            analysis: '壶身、壶嘴、提梁的比例和过渡线条基本一致，差别只在底款。（演示）',
            conclusion: '被诉产品与权利外观在整体视觉效果上无实质性差异，落入保护范围的可能性大。（演示）',
            advice: '先向平台投诉下架并固定证据，再申请调解；调解不成的，起诉。（演示）',
          },
          noteProgress: { progress: '已联系平台，对方两日内答复。（演示）' },
          askApplicant: { question: '请说明首次公开的时间和证据。（演示）' },
          answerQuestion: { answer: '2025 年 5 月在展会公开，有照片。（演示）' },
          close: {
            result: random.pick(['opinion-given', 'guided', 'settled']),
            summary: '已出具意见并指导投诉，平台已下架。（演示）',
          },
          callBack: {
            calledOn: today,
            satisfaction: random.pick(['satisfied', 'satisfied', 'fair', 'unreached']),
            callWords: '已电话回访。（演示）',
          },
        },
      }
    },
  },
  'violation-report': {
    share: 50,
    tell: (random, today) => {
      const kind = random.pick(['complaint', 'report', 'report', 'report', 'both'])
      return {
        values: {
          kind,
          reportedBy: kind === 'report' ? random.pick(['named', 'named', 'anonymous']) : null,
          subjectName: random.pick(shops),
          subjectAddress: '演示路 18 号（演示）',
          violationKind: random.pick(['trademark', 'false-patent', 'copyright', 'geographical-indication']),
          happenedOn: today,
          facts: '店里摆着几把壶，底款是某大师的印章，店员说是代工的，价格便宜很多。（演示）',
          boughtFor: 'living',
          knownOn: today,
          paid: 68_000,
          claim: '退货退款。（演示）',
          consentsToMediation: true,
          reporterAddress: '演示新村 1 幢 101 室',
          reporterIdNumber: '110101199003070011',
        },
        inputs: {
          askForSupplement: ask,
          supplement: { supplementWords: '已补交购买凭证。（演示）' },
          askIdentity: { identityWords: '请提供身份证正反面。（演示）' },
          proveIdentity: { identityShown: '已在窗口核验。（演示）' },
          refuseComplaint: { ground: 'not-for-living', reason: '购买 40 把用于转卖，不是生活消费。（演示）' },
          startMediation: {
            traderConsents: true,
            mediationOn: today,
            mediationPlace: '电话',
            mediators: '演示调解员甲',
          },
          agree: { agreement: '商家退款 680 元，消费者退回商品。（演示）', performBy: today },
          endMediation: { endGround: 'impossible', endReason: '商家明确表示不同意退款。（演示）' },
          tellParties: { toldOn: today, toldBy: '短信' },
          noteCheck: {
            checkedOn: today,
            checkers: '演示执法员甲、演示执法员乙',
            checkWords: '现场有三把带同样底款的壶，已拍照。（演示）',
          },
          sendToIdentification: { identifier: '演示权利人' },
          identified: { identification: '不是本人作品。（演示）' },
          tellNotOpened: { notOpenedBecause: '经核查，商品有合法来源和授权，没有发现违法事实。（演示）' },
          refer: {
            reportOutcome: 'referred',
            referredTo: '演示市版权主管部门',
            referWords: '属于著作权案件。（演示）',
          },
          turnAway: { referredTo: '演示市农业农村部门', referWords: '属于种子质量问题。（演示）' },
          merge: { mergedInto: '演示-0001' },
          sendToTesting: { tester: '演示检测所' },
          testingDone: { testResult: '材质与标注不符。（演示）' },
          askRecusal: { recusalWords: '投诉人说调解员与商家相识。（演示）' },
          decideRecusal: { replaced: true, recusalDecision: '更换调解员。（演示）' },
        },
      }
    },
  },
  'training-enrolment': {
    share: 55,
    tell: (random) => ({
      values: { trade: random.pick(['enterprise', 'craft', 'agency', 'student']), employer: null, wish: null },
      inputs: {
        decline: { reason: '这一场只面向企业，推荐下月的公开课。（演示）' },
        certify: { hours: '4', course: '专利申请和商标注册基础' },
      },
    }),
  },
  'expert-admission': {
    share: 15,
    tell: (random) => ({
      values: {
        kind: 'new',
        expert: null,
        employer: random.pick(['演示陶瓷研究所', '演示律师事务所', '演示专利代理机构', '演示大学']),
        post: random.pick(['高级工程师', '专利代理师', '律师', '高级工艺美术师']),
        specialities: random.pick([['patent', 'ceramics'], ['law'], ['trademark', 'law'], ['copyright', 'ceramics']]),
        experience: '从业十二年，办理和评审过多起同类事项。（演示）',
        source: random.pick(['self', 'recommended']),
        conflicts: '演示所在单位及其客户',
        promises: true,
        idNumber: '110101199003070011',
      },
      inputs: {
        ...usual,
        endPublicity: { objections: '公示期内没有收到异议。（演示）' },
        appoint: { termEndsOn: '2029-06-30' },
        decline: { reason: '专业领域与本库需要不符。（演示）' },
      },
    }),
  },
  'grant-application': {
    share: 25,
    tell: (random) => ({
      values: {
        projectTitle: random.pick([
          '低温快烧釉料专利转化',
          '环保设备高价值专利培育',
          '阻燃电缆专利许可',
          '质押融资贴息',
          '陶瓷外观设计维权',
        ]),
        projectField: random.pick(['ceramics', 'environment', 'cables', 'materials']),
        goals: '两年内形成三件高价值专利，产品销售额增加两成。（演示）',
        innovation: '用新配方把烧成温度降低一百度。（演示）',
        foundation: '已完成中试，有稳定的用户试用数据。（演示）',
        plan: '第一年完成工艺定型，第二年批量生产。（演示）',
        outcomes: '形成专利组合，带动就业。（演示）',
        totalCost: 120_000_000,
        asked: random.pick([10_000_000, 15_000_000, 20_000_000]),
        otherSupport: '无',
        bankName: '演示银行',
        bankAccount: '0000000000000000',
        promises: true,
      },
      inputs: {
        ...usual,
        endPublicity: { objections: '公示期内没有收到异议。（演示）' },
        award: { amount: 4_000_000, payment: '一次拨付' },
        pay: { amount: 4_000_000, voucherNo: '演示-凭证' },
        audit: { auditResult: 'good', auditWords: '按计划完成，达到目标。（演示）' },
        decline: { reason: '评审得分排在资金总额以外。（演示）' },
        cancelAward: { cancelReason: '申报单位放弃。（演示）' },
      },
    }),
  },
  'expert-question': {
    share: 40,
    tell: (random) => {
      const [topic, question, answerText] = random.pick([
        [
          'patent',
          '我做了一个新的壶盖结构，不会掉，能不能申请专利？（演示）',
          '能。结构上的改进可以申请实用新型，没有公开卖过最好；先检索一下有没有人申请过。（演示）',
        ],
        [
          'trademark',
          '想用自己的名字注册商标，要多少钱、多久？（演示）',
          '一个类别官费二百七十元（网上申请），一般半年左右。姓名和别人重了也能注册，要看有没有相近的在先商标。（演示）',
        ],
        [
          'copyright',
          '壶上的画是请人画的，版权算谁的？（演示）',
          '没有约定的归画的人。请补签一份协议，写明著作权归您或者许可您使用。（演示）',
        ],
        ['finance', '专利质押能贷多少？（演示）', '看银行评估，一般按评估值的三到五成；可以申请贴息。（演示）'],
      ] as const)
      return {
        values: { topic, question, urgency: 'no', deadline: null, mayBePublished: random.pick(['yes', 'yes', 'no']) },
        inputs: {
          answer: { answerText, answeredBy: '演示专家甲' },
          askExpert: { expertName: '演示专家甲' },
          askBack: { whatIsUnclear: '请说明产品有没有公开销售过。（演示）' },
          clarify: { clarification: '还没有卖过。（演示）' },
          refer: { referTo: '演示市市场监管部门登记窗口' },
          askAgain: { nextQuestion: '那要准备什么材料？（演示）' },
          close: { isUseful: true },
        },
      }
    },
  },
  'workstation-setup': {
    share: 12,
    tell: (random, today) => ({
      values: {
        stationName: `演示${random.pick(['丁山', '和桥', '张渚', '徐舍', '官林', '环科'])}知识产权工作站${random.between(1, 99)}`,
        signs: ['ip-workstation', 'brand-guidance'],
        stationAddress: '演示路 66 号一楼',
        openingHours: '工作日 9:00-17:00',
        staff: 3,
        staffList: '演示甲（站长）、演示乙、演示丙',
        duties: ['publicity', 'advice', 'leads', 'training'],
        plan: '每月一次咨询日，每季度一场培训。（演示）',
      },
      inputs: {
        ...usual,
        recordVisit: {
          visitedOn: today,
          checkers: '演示甲、演示乙',
          conforms: 'yes',
          findings: '场所、标牌、人员与申请相符。（演示）',
        },
        askToImprove: { toImprove: '标牌没有挂出，制度没有上墙。（演示）' },
        improved: { improvedWords: '已挂牌、上墙。（演示）' },
        decline: { reason: '场所长期不开放。（演示）' },
      },
    }),
  },
  'standard-adoption': {
    share: 25,
    tell: (random) => ({
      values: {
        kind: random.pick(['starting', 'starting', 'certified']),
        standard: 'gbt29490-2023',
        officer: '演示甲',
        advisedBy: '演示咨询机构',
        plannedFor: '2027-06-30',
        plan: '三个月建体系，三个月运行，申请认证。（演示）',
        certificateNo: `演示-29490-${random.between(10_000, 99_999)}`,
        certifiedBy: '演示认证中心',
        certificateScope: ['patent', 'trademark'],
        issuedOn: '2025-12-01',
        validUntil: '2028-11-30',
        gradeLevel: null,
        promises: true,
      },
      inputs: {
        ...usual,
        enterCertificate: { verifiedBy: '认证认可公示平台查询相符' },
        declineFiling: { reason: '证书编号查不到。（演示）' },
      },
    }),
  },
  'event-enrolment': {
    share: 25,
    tell: (random) => ({
      values: {
        groupKind: random.pick(['person', 'family', 'school', 'enterprise']),
        groupName: '演示小学',
        people: random.between(1, 30),
        message: null,
      },
      inputs: { decline: { reason: '场地已满，推荐下一场。（演示）' }, arrive: { came: random.between(1, 20) } },
    }),
  },
  'ip-review': {
    share: 8,
    tell: (random) => ({
      values: {
        projectTitle: `演示${random.pick(['先进陶瓷生产线', '水处理装备基地', '特种电缆并购', '海外专家引进'])}项目`,
        trigger: random.pick(['funded', 'merger', 'talent', 'investment']),
        amount: 3_000_000_000,
        decideBy: null,
        projectSummary: '新建一条生产线，设备自购，核心工艺拟从外部引进。（演示）',
        technology: '粉体制备为自有技术，烧成工艺拟许可。（演示）',
        markets: '国内、东南亚',
        isConfidential: true,
      },
      inputs: {
        ...usual,
        noteSearch: { searchNote: '检索到相关专利四十二件，三件需要细看。（演示）' },
        askOwner: { ownerQuestion: '请说明工艺来源和合同草案。（演示）' },
        explain: { explanation: '来源为演示研究所，合同草案已上传。（演示）' },
        expertsDone: { experts: [{ id: null, name: '演示专家甲' }], expertOpinion: '有条件实施。（演示）' },
        issueReport: {
          databases: '国家知识产权公共服务网（演示）',
          searchFormula: '陶瓷 AND 低温 AND 烧成（演示）',
          ownership: '自有专利五件，均有效。（演示）',
          competition: '国内有三家同类企业。（演示）',
          risk: 'medium',
          infringement: '与一件发明专利的一项权利要求接近。（演示）',
          portfolio: '建议补充两件外观设计。（演示）',
          compliance: '引进人员与原单位有竞业限制，须取得同意。（演示）',
          conclusion: 'conditional',
          measures: '投产前取得该件专利的许可，或者改用替代工艺。（演示）',
          annex: '演示专利清单',
        },
      },
    }),
  },
}
