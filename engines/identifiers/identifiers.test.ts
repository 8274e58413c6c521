import { describe, expect, it } from 'vitest'
import { divisionOn, readDivision } from './division.ts'
import { findIdentifierType, identifierTypes } from './identifier-types.ts'
import { ipcSortKey, readIpc } from './ipc.ts'
import { patentCheck, readPatentNumber } from './patent-number.ts'
import { organisationCheck, readSocialCreditCode } from './social-credit-code.ts'

/** Published identifiers prove the rules; the others are made up and belong to nobody known. */
const today = '2026-11-25'

/** type, as written, what comes of it: the canonical form, `≠` before one whose check does not fit, `✗` for none */
const examples: readonly (readonly [string, string, string])[] = [
  // 统一社会信用代码, published
  ['uscc', '91440300708461136T', '91440300708461136T'],
  ['uscc', '91110108551385082Q', '91110108551385082Q'],
  ['uscc', '91330100799655058B', '91330100799655058B'],
  ['uscc', '914403001922038216', '914403001922038216'],
  ['uscc', '91110000802100433B', '91110000802100433B'],
  ['uscc', '91350100M000100Y43', '91350100M000100Y43'],
  // made up
  ['uscc', '91320282MA1X00017X', '91320282MA1X00017X'],
  ['uscc', '91320282MA1TEAT031', '91320282MA1TEAT031'],
  ['uscc', '91320282MABCD1239F', '91320282MABCD1239F'],
  ['uscc', ' ９１３２０２８２ｍａ１ｘ０００１７ｘ ', '91320282MA1X00017X'],
  ['uscc', '91310000607218250L', '≠91310000607218250L'],
  ['uscc', '91320282MA1X00018X', '≠91320282MA1X00018X'],
  ['uscc', '320282000012345', '320282000012345'],
  ['uscc', '91320282MA1X0001OX', '✗'],
  ['uscc', '9132028MA1X00017X', '✗'],
  ['uscc', '', '✗'],
  // 居民身份证
  ['idcard', '11010519491231002X', '11010519491231002X'],
  ['idcard', '440524188001010014', '440524188001010014'],
  ['idcard', '32028219850615002x', '32028219850615002X'],
  ['idcard', '320282199003071236', '320282199003071236'],
  ['idcard', '320282199003071237', '≠320282199003071237'],
  ['idcard', '320282199002301236', '✗'],
  ['idcard', '320282020403071236', '✗'],
  ['idcard', '320282209903071236', '✗'],
  ['idcard', '320282900307123', '✗'],
  // other documents of persons
  ['idcard', 'H12345678', 'H12345678'],
  ['idcard', 'm12345678', 'M12345678'],
  ['idcard', '12345678', '12345678'],
  ['idcard', '810000199001010019', '810000199001010019'],
  ['idcard', 'ABC123456789012', 'ABC123456789012'],
  ['idcard', 'E12345678', 'E12345678'],
  ['idcard', '张三', '✗'],
  // 专利
  ['patent', '201710601862.3', '201710601862.3'],
  ['patent', '97101765.4', '97101765.4'],
  ['patent', '95115608.x', '95115608.X'],
  ['patent', 'ZL202010123456.2', '202010123456.2'],
  ['patent', '202120654321.9', '202120654321.9'],
  ['patent', '202330111111.X', '202330111111.X'],
  ['patent', '200580012345.8', '200580012345.8'],
  ['patent', '201110270312.X', '≠201110270312.X'],
  ['patent', 'ＺＬ２０２０１０１２３４５６．２', '202010123456.2'],
  ['patent', 'CN 2020 1 0123456.2', '202010123456.2'],
  ['patent', '2020101234562', '202010123456.2'],
  ['patent', '202010123456', '202010123456.2'],
  ['patent', '971017654', '97101765.4'],
  ['patent', '97101765', '97101765.4'],
  ['patent', '198410123456.7', '✗'],
  ['patent', '84101765', '✗'],
  ['patent', '202710123456', '✗'],
  ['patent', '04101765', '✗'],
  ['patent', '200010123456', '✗'],
  ['patent', '202040123456.2', '✗'],
  ['patent', '20201012345', '✗'],
  ['patent', 'CN112345678B', '✗'],
  // 公开号
  ['publication', 'cn 112345678 b', 'CN112345678B'],
  ['publication', 'CN202123456U', 'CN202123456U'],
  ['publication', 'CN301234567S', 'CN301234567S'],
  ['publication', 'CN1234567C', 'CN1234567C'],
  ['publication', 'CN85100001A', 'CN85100001A'],
  ['publication', 'CN202123456B', '✗'],
  ['foreign-publication', 'US 11,123,456 B2', 'US11123456B2'],
  ['foreign-publication', 'EP 3456789 B1', 'EP3456789B1'],
  ['foreign-publication', 'DM/123456', 'DM/123456'],
  ['foreign-publication', 'CN112345678B', '✗'],
  ['pct', 'PCT/CN2024/123456', 'PCT/CN2024/123456'],
  ['pct', 'pct－cn2024－123456', 'PCT/CN2024/123456'],
  ['pct', 'PCT/CN03/00123', 'PCT/CN03/00123'],
  ['pct', 'PCT/CN2027/123456', '✗'],
  ['pct', 'PCT/CN2024/12345', '✗'],
  ['pct-publication', 'WO 2024/123456 A1', 'WO2024/123456A1'],
  ['pct-publication', 'WO 99/12345', 'WO99/12345'],
  // 商标
  ['trademark', '12345678', '12345678'],
  ['trademark', '第 12345678 号', '12345678'],
  ['trademark', '12345678a', '12345678A'],
  ['trademark', '123456789', '✗'],
  ['trademark', 'G1234567', '✗'],
  ['madrid', 'G1234567', '1234567'],
  ['madrid', '1234567', '1234567'],
  ['madrid', '1234567A', '1234567A'],
  ['madrid', '12345', '✗'],
  ['nice', '第21类', '21'],
  ['nice', '5', '05'],
  ['nice', '46', '✗'],
  ['nice', '0', '✗'],
  ['similar-group', '2101', '2101'],
  ['similar-group', '4601', '✗'],
  // 作品、软件
  ['work', '国作登字-2026-A-00037559', '国作登字-2026-A-00037559'],
  ['work', '苏作登字—2025—f—00012345', '苏作登字-2025-F-00012345'],
  ['work', '苏作登字-2027-F-00012345', '✗'],
  ['work', '苏作登字-2025-00012345', '✗'],
  ['work', '苏作登字-2025-F-123', '✗'],
  ['software', '2024SR0123456', '2024SR0123456'],
  ['software', '2016sr123456', '2016SR123456'],
  ['software', '2024SR12345', '✗'],
  // 布图设计、品种
  ['layout', 'BS.12500520.2', 'BS.12500520.2'],
  ['layout', 'bs12500520.2', 'BS.12500520.2'],
  ['layout', 'BS.255000123', 'BS.255000123'],
  ['layout', 'BS.12500520.3', '≠BS.12500520.3'],
  ['layout', 'BS.1250052', '✗'],
  ['variety', 'CNA20090533.7', 'CNA20090533.7'],
  ['variety', 'CNA20191001234', 'CNA20191001234'],
  ['variety', '20230123', '20230123'],
  ['variety', 'CNA2009', '✗'],
  ['gi', 'agi01234', 'AGI01234'],
  // 分类
  ['ipc', 'C04B 33/24', 'C04B 33/24'],
  ['ipc', 'c04b33/24(2006.01)', 'C04B 33/24'],
  ['ipc', 'C04B0033240000', 'C04B 33/24'],
  ['ipc', 'A47G19/00', 'A47G 19/00'],
  ['ipc', 'C04B', 'C04B'],
  ['ipc', 'I04B 33/24', '✗'],
  ['ipc', 'C04B 33', '✗'],
  ['locarno', '07-01', '07-01'],
  ['locarno', '7-1', '07-01'],
  ['locarno', 'LOC(14) Cl.14-04', '14-04'],
  ['locarno', '33-01', '✗'],
  ['office', 'ep', 'EP'],
  ['office', '日本', 'JP'],
  ['office', 'XX', '✗'],
  ['industry', '3079', 'C3079'],
  ['industry', 'C307', 'C307'],
  ['industry', 'D3079', '✗'],
  // 行政区划
  ...['320282', '320481', '330522', '330523', '341821', '341882', '341822', '310000-BML', '320282112', '320282401'].map(
    (code) => ['division', code, code] as const,
  ),
  ['division', '110105', '110105'],
  ['division', '320282112001', '320282112001'],
  ['division', '丁蜀镇', '320282112'],
  ['division', '320282999', '✗'],
  ['division', '990000', '✗'],
  ['division', '32028', '✗'],
  // 文号、电话、邮箱
  ['document', '国知发运字〔2024〕2号', '国知发运字〔2024〕2号'],
  ['document', '宜市监处罚[2026]第0123号', '宜市监处罚〔2026〕123号'],
  ['document', '国知发运字（2024）2号', '国知发运字〔2024〕2号'],
  ['document', '国知发运字【2024】2号', '国知发运字〔2024〕2号'],
  ['document', '国家知识产权局公告第562号', '国家知识产权局公告第562号'],
  ['document', '2024年2号', '✗'],
  ['phone', '+86 139-0000-0000', '13900000000'],
  ['phone', '（0510）87900000转8', '0510-87900000-8'],
  ['phone', '010-62000000', '010-62000000'],
  ['phone', '400 800 1234', '400-800-1234'],
  ['phone', '12330', '12330'],
  ['phone', '1390000000', '✗'],
  ['email', 'Zhang.San@Example.CN', 'zhang.san@example.cn'],
  ['email', 'zhang@', '✗'],
]

describe('identifiers 编号', () => {
  it.each(examples)('%s “%s” is read as %s', (type, written, expected) => {
    const reading = findIdentifierType(type)?.read(written, { today })
    const shown =
      reading?.outcome === 'invalid' ? '✗' : `${reading?.outcome === 'checkMismatch' ? '≠' : ''}${reading?.normalized}`
    expect(shown).toBe(expected)
  })

  it.each(identifierTypes.map(({ type, example }) => [type, example] as const))(
    '%s: its example %s passes',
    (type, example) => {
      expect(findIdentifierType(type)?.read(example, { today }).outcome).toBe('valid')
    },
  )

  it('says what the check character should be', () => {
    const reading = readPatentNumber('201110270312.X', today)
    expect(reading).toMatchObject({ outcome: 'checkMismatch', reason: { zh: expect.stringContaining('应为 0') } })
  })

  it.each([
    ['202010123456.2', 'invention', 'domestic'],
    ['202120654321.9', 'utility-model', 'domestic'],
    ['202330111111.X', 'design', 'domestic'],
    ['200580012345.8', 'invention', 'pct-entry'],
    ['202190000001', 'utility-model', 'pct-entry'],
  ])('%s is of the type %s, %s', (written, patentType, route) => {
    expect(readPatentNumber(written, today)).toMatchObject({ patentType, route })
  })

  it('computes the check of an organisation code 组织机构代码', () => {
    expect(['70846113', 'MA1X0001', 'MA1TEAT0', 'MABCD123', '60721825'].map(organisationCheck)).toEqual([
      '6',
      '7',
      '3',
      '9',
      'X',
    ])
  })

  it('notices a wrong organisation code inside a code whose own check fits', () => {
    const inner = '91320282MA1X00018'
    const last = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((check) => {
      const reading = readSocialCreditCode(inner + check)
      return reading.outcome === 'checkMismatch' && reading.reason.zh.includes('组织机构代码')
    })
    expect(last).toBeDefined()
  })

  it('takes a letter of works only if the office uses it, where that is decided', () => {
    const work = findIdentifierType('work')
    expect(work?.read('苏作登字-2025-Z-00012345', { today }).outcome).toBe('valid')
    expect(work?.read('苏作登字-2025-Z-00012345', { today, workClassLetters: 'ABF' }).outcome).toBe('invalid')
  })

  it('sorts IPC symbols by number of the group and by the subgroup as a fraction', () => {
    const sorted = ['C04B 33/04', 'C04B 33/035', 'C04B 5/00', 'B28B 1/00', 'C04B 33/00'].sort((a, b) =>
      ipcSortKey(a) < ipcSortKey(b) ? -1 : 1,
    )
    expect(sorted).toEqual(['B28B 1/00', 'C04B 5/00', 'C04B 33/00', 'C04B 33/035', 'C04B 33/04'])
  })

  it('knows the section of a symbol', () => {
    expect(readIpc('C04B 33/24')).toMatchObject({ section: { zh: '化学；冶金' }, mainGroup: 33, subgroup: '24' })
  })

  it('knows a division for the days on which it was one', () => {
    expect(divisionOn('341822', '2018-06-01')?.name).toBe('广德县')
    expect(divisionOn('341822', '2024-06-01')).toBeUndefined()
    expect(divisionOn('341882', '2024-06-01')?.name).toBe('广德市')
    expect(readDivision('341822')).toMatchObject({ division: { successor: '341882' } })
  })

  it('computes what is published of the checks of patents', () => {
    expect(['201710601862', '97101765', '95115608', '12500520'].map(patentCheck)).toEqual(['3', '4', 'X', '2'])
  })
})
