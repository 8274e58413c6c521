import { defineTexts } from '../../../i18n/language.ts'

export const objectionsTexts = defineTexts(
  {
    title: '收到的异议',
    lead: '只有承办单位看得到；答复由提出人查看。异议成立的，再到办件里办理。',
    none: '还没有收到异议。',
    from: '提出人',
    anonymous: '没有留名',
    answer: '答复',
    answerHelp: '写明核实情况和结论。',
    result: '核实结果',
    upheld: '异议成立',
    notUpheld: '异议不成立',
    send: '答复异议',
    by: (who: string, at: string) => `${who}，${at}`,
  },
  {
    title: 'Objections',
    lead: 'Only the handling unit reads them; who objected reads the answer.',
    none: 'None yet.',
    from: 'From',
    anonymous: 'no name given',
    answer: 'Answer',
    answerHelp: 'Say what was found and what follows.',
    result: 'Finding',
    upheld: 'upheld',
    notUpheld: 'not upheld',
    send: 'Answer',
    by: (who, at) => `${who}, ${at}`,
  },
)
