import { actOnMatters } from '@qiangxian/kernel/matters/act-on-matter'
import type { Matters } from '@qiangxian/kernel/matters/matters'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { sql } from 'kysely'
import Type, { type Static } from 'typebox'
import { numberOf } from './person-number.ts'

/** as many as one transaction does; what is left comes with the next step */
const MOST_ACTS = 200

const TrainingStep = Type.Object({
  confirmed: Type.Integer(),
  listed: Type.Integer(),
  attended: Type.Integer(),
  absent: Type.Integer(),
  finished: Type.Boolean({ description: 'false: there is more to do' }),
})
export type TrainingStep = Static<typeof TrainingStep>

export interface DueAct {
  readonly matterId: string
  readonly act: 'confirm' | 'putOnList' | 'attend' | 'markAbsent'
}

/** What nobody has to do by hand: places in the order of enrolment, and who came and who did not. */
export function stepTraining(matters: Matters) {
  return defineCommand({
    id: 'training.step',
    label: { zh: '分配培训名额、登记到课', en: 'Give places and note who came' },
    about: {
      zh: '按报名先后给名额，满了转候补；签到的登记到课，培训过后没有签到的登记缺席。',
      en: 'Gives places in order of enrolment, the rest go on the waiting list; notes who came and who stayed away.',
    },
    permission: 'clock.run',
    route: { method: 'POST', path: '/training-steps' },
    cli: 'training step',
    input: Type.Object({}),
    output: TrainingStep,
    run: async (context) => {
      const isAny = await anyOpen(context)
      const due = isAny ? [...(await placesDue(context)), ...(await attendanceDue(context))].slice(0, MOST_ACTS) : []
      if (due.length === 0) {
        context.unchanged()
        return { confirmed: 0, listed: 0, attended: 0, absent: 0, finished: true }
      }
      await actOnMatters(
        context,
        matters,
        due.map(({ matterId, act }) => ({ matterId, act, as: 'clock' as const })),
      )
      const count = (act: DueAct['act']) => due.filter((each) => each.act === act).length
      return {
        confirmed: count('confirm'),
        listed: count('putOnList'),
        attended: count('attend'),
        absent: count('markAbsent'),
        finished: due.length < MOST_ACTS,
      }
    },
  })
}

/** Most runs end here: nobody is enrolled anywhere. */
async function anyOpen({ tx, jurisdiction }: QueryContext): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (
      select from matter where jurisdiction = ${jurisdiction} and matter_type = 'training-enrolment' and status = 'open'
    ) as any`.execute(tx)
  return rows[0]?.any === true
}

/** For each session that lies ahead: the first of those who wait get what is free, newcomers beyond that go on the list. */
async function placesDue({ tx, jurisdiction, today }: QueryContext): Promise<readonly DueAct[]> {
  const { rows } = await sql<DueAct>`
    with asked as (
      select m.id, m.values -> 'session' ->> 'id' as session_id, m.phases, m.submitted_at from matter m
      where m.jurisdiction = ${jurisdiction} and m.matter_type = 'training-enrolment' and m.status = 'open'
    ), free as (
      select s.id, s.places - (
        select count(*) from asked a where a.session_id = s.id and a.phases && array['enrolled', 'attended']
      ) as remaining
      from training_session s where s.jurisdiction = ${jurisdiction} and s.held_on >= ${today}::date
    ), ranked as (
      select a.id, a.phases, f.remaining, row_number() over (partition by a.session_id order by a.submitted_at, a.id) as place
      from asked a join free f on f.id = a.session_id
      where a.phases && array['received', 'waiting']
    )
    select id as "matterId",
      case when remaining is null or place <= remaining then 'confirm' else 'putOnList' end as act
    from ranked
    where remaining is null or place <= remaining or phases && array['received']
    order by place, id limit ${MOST_ACTS}`.execute(tx)
  return rows
}

async function attendanceDue({ tx, jurisdiction, today }: QueryContext): Promise<readonly DueAct[]> {
  const { rows } = await sql<{ matterId: string; heldOn: string; came: boolean }>`
    select m.id as "matterId", s.held_on::text as "heldOn",
      exists (
        select from training_attendance a where a.jurisdiction = ${jurisdiction} and a.session_id = s.id
          and (a.enrolment_no = m.number or a.person_no = 'P' || left(m.phone_blind, ${NUMBER_DIGITS}))
      ) as came
    from matter m join training_session s on s.jurisdiction = m.jurisdiction and s.id = m.values -> 'session' ->> 'id'
    where m.jurisdiction = ${jurisdiction} and s.jurisdiction = ${jurisdiction}
      and m.matter_type = 'training-enrolment' and m.status = 'open' and m.phases && array['enrolled']
      and s.held_on <= ${today}::date
    order by s.held_on, m.id limit ${MOST_ACTS * 2}`.execute(tx)
  return rows.flatMap(({ matterId, heldOn, came }): readonly DueAct[] => {
    if (came) return [{ matterId, act: 'attend' }]
    return heldOn < today ? [{ matterId, act: 'markAbsent' }] : []
  })
}

/** what `numberOf` keeps of a blind index */
const NUMBER_DIGITS = numberOf('x'.repeat(43)).length - 1
