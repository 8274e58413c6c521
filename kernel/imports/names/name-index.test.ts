import { describe, expect, it } from 'vitest'
import { foldName } from './fold-name.ts'
import { guessKind } from './guess-kind.ts'
import { type NamedRecord, NameIndex } from './name-index.ts'
import { partsOfName } from './name-parts.ts'
import { writtenName } from './written-name.ts'

const places = new Set(['宜兴', '丁蜀', '无锡'])

function record(id: string, name: string, rest: Partial<NamedRecord> = {}): NamedRecord {
  return { id, name, formerNames: [], code: null, ...rest }
}

const index = new NameIndex(
  [
    record('ceramics', '宜兴市演示陶瓷有限公司', { code: '91320282MA1X00017X', formerNames: ['宜兴演示陶瓷厂'] }),
    record('group', '江苏演示环保集团有限公司'),
    record('cable', '演示电缆科技股份有限公司'),
    record('university', '演示理工大学'),
    record('twin-a', '演示同名商行'),
    record('twin-b', '演示同名商行'),
    record('person', '演某某'),
  ],
  places,
)

function read(text: string) {
  const written = writtenName(text)
  if (written === undefined) return 'nobody'
  const reading = index.read(written)
  return reading.kind === 'known' ? reading.match.recordId : reading.kind
}

describe('whom a written name means', () => {
  it.each([
    ['宜兴市演示陶瓷有限公司', 'ceramics', 'as it is'],
    ['宜兴市 演示陶瓷　有限公司', 'ceramics', 'spaces'],
    ['宜兴市演示陶瓷有限责任公司', 'ceramics', '有限责任公司 is 有限公司'],
    ['江苏省宜兴市演示陶瓷有限公司', 'ceramics', 'the province before the city'],
    ['演示陶瓷（宜兴）有限公司', 'ceramics', 'the place in brackets'],
    ['演示陶瓷(宜兴)有限公司', 'ceramics', 'half-width brackets'],
    ['宜兴演示陶瓷厂', 'ceramics', 'a former name'],
    ['91320282MA1X00017X', 'ceramics', 'the code alone'],
    ['演示陶瓷（91320282ma1x00017x）', 'ceramics', 'the code beside any name'],
    ['江苏演示环保集团有限公司', 'group', 'as it is'],
    ['演示电缆科技股份有限公司', 'cable', 'as it is'],
    ['演某某', 'person', 'a person'],
  ])('%s → %s (%s)', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['演示陶瓷有限公司', 'doubtful', 'the place is missing'],
    ['演示电缆科技有限公司', 'doubtful', '股份 is missing: it may be the one before or another'],
    ['宜兴市演示陶磁有限公司', 'unknown', 'two letters of four differ in pairs'],
    ['江苏演示环保科技集团有限公司', 'doubtful', 'one word more'],
    ['演示同名商行', 'doubtful', 'two records have the name'],
    ['宜兴市演示紫砂有限公司', 'unknown', 'another firm of the place'],
    ['演某', 'unknown', 'names of people are alike and mean nothing'],
    ['宜兴市演示陶瓷有限公司（91320282MA1X00099Q）', 'unknown', 'another code is another firm'],
    ['无', 'nobody', 'stands for nobody'],
    [' — ', 'nobody', 'a dash'],
  ])('%s → %s (%s)', (text, expected) => expect(read(text)).toBe(expected))

  it('does not take firms that are numbered through for one another', () => {
    const numbered = new NameIndex(
      Array.from({ length: 500 }, (_, number) => record(`n${number}`, `演示企业${1000 + number}有限公司`)),
      places,
    )
    const written = writtenName('演示企业2000有限公司')
    expect(written && numbered.read(written).kind).toBe('unknown')
  })

  it('knows at once what was added', () => {
    const growing = new NameIndex([], places)
    const written = writtenName('演示新办企业有限公司')
    if (written === undefined) throw new Error('no name')
    expect(growing.read(written).kind).toBe('unknown')
    growing.add(record('new', '演示新办企业有限公司'))
    expect(growing.read(written)).toMatchObject({ kind: 'known', match: { recordId: 'new', confidence: 1 } })
  })
})

describe('the parts of a name', () => {
  it.each([
    ['江苏省宜兴市演示陶瓷有限公司', { core: '演示陶瓷', form: 'limited', places: ['宜兴', '江苏'] }],
    ['演示陶瓷(宜兴)股份有限公司', { core: '演示陶瓷', form: 'shares', places: ['宜兴'] }],
    ['宜兴公司', { core: '宜兴', form: 'company', places: [] }],
    ['演示有限公司宜兴分公司', { core: '演示有限公司宜兴分公司', form: 'other', places: [] }],
    ['宜兴市丁蜀镇演示紫砂厂', { core: '演示紫砂厂', form: 'other', places: ['丁蜀', '宜兴'] }],
    ['演示(集团)有限公司', { core: '演示(集团)', form: 'limited', places: [] }],
  ])('%s', (name, expected) => expect(partsOfName(foldName(name), places)).toEqual(expected))
})

describe('what a name is guessed to be', () => {
  it.each([
    ['演示陶瓷有限公司', 'enterprise'],
    ['演示砖瓦厂', 'enterprise'],
    ['演示理工大学', 'university'],
    ['演示职业学院', 'university'],
    ['演示陶瓷研究所', 'institute'],
    ['演示新材料研究院', 'institute'],
    ['丁蜀镇人民政府', 'organisation'],
    ['演示局', 'organisation'],
    ['演某某', 'individual'],
  ])('%s → %s', (name, kind) => expect(guessKind(foldName(name))).toBe(kind))
})
