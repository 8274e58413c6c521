import Type from 'typebox'
import type { Matters } from '../matters/matters.ts'
import type { CommandContext } from '../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { Id, IsoDate } from '../plan/programme.schemas.ts'
import { appealRating, checkRating, contactRater, listBadRatings, rectifyRating } from './bad-ratings.ts'
import { rateMatter, rateTicket } from './rate.ts'
import { ratingFigures } from './rating-figures.ts'
import { BadRating, BadRatingWords, CheckRatingInput, Rated, RateInput, RatingFigures } from './ratings.schemas.ts'

/** 好差评: voluntary, once, without a name to those who are rated; bad ones come back with a clock. */
export function ratingOperations(matters: Matters): readonly Operation[] {
  return [
    defineCommand({
      id: 'rating.rateMatter',
      label: { zh: '评价办件', en: 'Rate a matter' },
      about: {
        zh: '办结后自愿评价一次；差评整改后可再评一次。被评价的人看不到是谁评的。',
        en: 'Rates an ended matter once, and once more after a bad rating was put right. Those rated never see by whom.',
      },
      permission: 'service.apply',
      route: { method: 'POST', path: '/own-matters/:matterId/ratings' },
      cli: 'rating matter',
      input: Type.Object({ matterId: Id, ...RateInput.properties }),
      output: Rated,
      run: (context, { matterId, ...rating }) => rateMatter(context, matterId, rating),
    }),
    defineCommand({
      id: 'rating.rateTicket',
      label: { zh: '评价现场服务', en: 'Rate a visit on site' },
      about: { zh: '凭号票的凭证评价这一次服务。', en: 'Rates one visit, by the code of its ticket.' },
      permission: 'service.apply',
      route: { method: 'POST', path: '/tickets/:ticketId/ratings' },
      cli: 'rating ticket',
      input: Type.Object({
        ticketId: Id,
        code: Type.String({ minLength: 1, maxLength: 100 }),
        ...RateInput.properties,
      }),
      output: Rated,
      run: (context, { ticketId, code, ...rating }) => rateTicket(context, ticketId, code, rating),
    }),
    defineQuery({
      id: 'rating.figures',
      label: { zh: '评价结果', en: 'Published ratings' },
      about: {
        zh: '参与率、好评率、整改率和件数，按已过完的月份统计。件数太少的月份合并公布，太少的不显示比率；同时按事项和单位查只有件数。',
        en: 'Participation, shares of good ratings and of those put right, with counts, of months that are over. Months of few are published together, and few are not shown; both filters at once have counts only.',
      },
      permission: 'service.read',
      route: { method: 'GET', path: '/ratings' },
      cli: 'rating figures',
      input: Type.Object({
        from: Type.Optional(IsoDate),
        to: Type.Optional(IsoDate),
        type: Type.Optional(Id),
        unit: Type.Optional(Id),
      }),
      output: RatingFigures,
      run: (context, asked) => ratingFigures(context, matters, asked),
    }),
    defineQuery({
      id: 'rating.bad',
      label: { zh: '差评办理', en: 'Bad ratings to settle' },
      about: {
        zh: '本单位收到的差评和期限；看不到评价人和办件。',
        en: 'Bad ratings of the unit with their clocks; neither who rated nor which matter.',
      },
      permission: 'rating.manage',
      route: { method: 'GET', path: '/bad-ratings' },
      cli: 'rating bad',
      input: Type.Object({ status: Type.Optional(Type.Enum(['open', 'closed'])) }),
      output: Type.Object({ ratings: Type.Array(BadRating) }),
      run: async (context, asked) => ({ ratings: await listBadRatings(context, matters, asked) }),
    }),
    ...settlements(matters),
    defineCommand({
      id: 'rating.check',
      label: { zh: '核查差评申诉', en: 'Check an appeal' },
      about: {
        zh: '两人先后核实不实才剔除；一人认为属实，申诉不成立。',
        en: 'A rating is left out when two people, one after the other, found it unfounded.',
      },
      permission: 'rating.manage',
      route: { method: 'POST', path: '/bad-ratings/:ratingId/check' },
      cli: 'rating check',
      input: Type.Object({ ratingId: Id, ...CheckRatingInput.properties }),
      output: BadRating,
      run: (context, { ratingId, ...check }) => checkRating(context, matters, ratingId, check),
    }),
  ]
}

type Settle = (context: CommandContext, matters: Matters, id: string, words: string) => Promise<BadRating>

function settlements(matters: Matters): readonly Operation[] {
  const declared: readonly (readonly [string, string, string, string, string, Settle])[] = [
    [
      'contact',
      '联系评价人',
      'Get in touch',
      '通过平台联系评价人；平台不告诉是谁。',
      'Reaches whoever rated through the platform, which does not tell who it is.',
      contactRater,
    ],
    [
      'rectification',
      '整改并答复',
      'Put right and answer',
      '说明怎样整改，评价人能看到答复。',
      'Says what was done; whoever rated reads it.',
      rectifyRating,
    ],
    [
      'appeal',
      '申诉',
      'Appeal',
      '认为评价不实，在期限内申诉。',
      'Says within the time that a rating is unfounded.',
      appealRating,
    ],
  ]
  return declared.map(([path, zh, en, aboutZh, aboutEn, run]) =>
    defineCommand({
      id: `rating.${path}`,
      label: { zh, en },
      about: { zh: aboutZh, en: aboutEn },
      permission: 'rating.manage',
      route: { method: 'POST', path: `/bad-ratings/:ratingId/${path}` },
      cli: `rating ${path}`,
      input: Type.Object({ ratingId: Id, ...BadRatingWords.properties }),
      output: BadRating,
      run: (context, { ratingId, words }) => run(context, matters, ratingId, words),
    }),
  )
}
