import type { DrawResult } from '@qiangxian/engines/draw/draw'
import Type from 'typebox'
import { unitsActedFor } from '../accounts/actor.ts'
import type { CommandContext } from '../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { Id } from '../plan/programme.schemas.ts'
import type { Registers } from '../registers/registers.ts'
import { candidatesOf, drawInputs } from './candidates.ts'
import { commitDraw } from './commit-draw.ts'
import { DrawDetail, DrawRow } from './draws.schemas.ts'
import { getDraw, presentDraw, presentDrawDetail, readDraws, type StoredDraw } from './read-draws.ts'
import { revealDraw } from './reveal-draw.ts'

/** What follows a draw of a kind of subject, in its transaction: reviewers are asked. */
export type DrawConsequence = (context: CommandContext, stored: StoredDraw, result: DrawResult) => Promise<void>

/** Draws among the records of a register, in two halves: first everything is fixed, then chance decides. */
export function drawOperations(
  registers: Registers,
  consequences: Readonly<Record<string, DrawConsequence>> = {},
): readonly Operation[] {
  return [
    defineQuery({
      id: 'draw.list',
      label: { zh: '查看抽取记录', en: 'List draws' },
      about: { zh: '本单位的随机抽取，最近的在前。', en: 'Draws of one’s unit, the latest first.' },
      permission: 'matter.read',
      route: { method: 'GET', path: '/draws' },
      cli: 'draw list',
      input: Type.Object({ subjectId: Type.Optional(Id) }),
      output: Type.Object({ draws: Type.Array(DrawRow) }),
      run: async (context, { subjectId }) => {
        const draws = await readDraws(context, { limit: 200, ...(subjectId === undefined ? {} : { subjectId }) })
        return { draws: draws.map(presentDraw) }
      },
    }),
    defineQuery({
      id: 'draw.show',
      label: { zh: '查看并复算一次抽取', en: 'Show a draw and compute it again' },
      about: {
        zh: '名单、回避、承诺值、种子、公开值和结果，并当场重算是否相符。',
        en: 'List, who stands aside, commitment, seed, public value and outcome, computed again on the spot.',
      },
      permission: 'matter.read',
      route: { method: 'GET', path: '/draws/:drawId' },
      cli: 'draw show',
      input: Type.Object({ drawId: Id }),
      output: DrawDetail,
      run: async (context, { drawId }) => presentDrawDetail(await getDraw(context, drawId), context.language),
    }),
    defineCommand({
      id: 'draw.commit',
      label: { zh: '公布名单和承诺值', en: 'Fix a draw' },
      about: {
        zh: '从名录的有效记录中抽取：先固定名单、回避和种子的承诺值，之后谁都不能改。',
        en: 'Fixes list, who stands aside and the commitment of the seed; nobody can change them afterwards.',
      },
      permission: 'draw.make',
      route: { method: 'POST', path: '/draws' },
      cli: 'draw commit',
      input: Type.Object({
        purpose: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
        register: Type.String({ maxLength: 64 }),
        wanted: Type.Integer({ minimum: 1, maximum: 1000 }),
        reserves: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
        excluded: Type.Optional(
          Type.Array(Type.Object({ id: Id, reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) }), {
            maxItems: 5000,
          }),
        ),
      }),
      output: DrawDetail,
      run: async (context, { purpose, register, wanted, reserves = 0, excluded = [] }) => {
        const candidates = await candidatesOf(context, registers, register)
        const { label } = registers.get(register).declaration
        const inputs = drawInputs(label, candidates, { excluded, wanted, reserves })
        const [unitId = null] = unitsActedFor(context.actor, 'draw.make')
        const subject = { kind: 'register', id: register }
        const committed = await commitDraw(context, { purpose, subject, unitId, inputs, demonstration: false })
        await context.record({
          subject: { kind: 'draw', id: committed.id },
          before: null,
          after: { purpose, commitment: committed.commitment, inputsDigest: committed.inputsDigest },
        })
        return presentDrawDetail(await getDraw(context, committed.id), context.language)
      },
    }),
    defineCommand({
      id: 'draw.reveal',
      label: { zh: '抽取', en: 'Draw' },
      about: {
        zh: '公开种子，加入当场报出的公开值，算出抽中的人和候补；只抽一次，再点也不重抽。',
        en: 'Opens the seed, adds the public value, and computes who is drawn; once, however often it is asked for.',
      },
      permission: 'draw.make',
      route: { method: 'POST', path: '/draws/:drawId/result' },
      cli: 'draw reveal',
      input: Type.Object({ drawId: Id, publicValue: Type.Optional(Type.String({ maxLength: 200 })) }),
      output: DrawDetail,
      run: async (context, { drawId, publicValue = '' }) => {
        const stored = await getDraw(context, drawId)
        const result = await revealDraw(context, stored, publicValue)
        if (result === undefined) {
          context.unchanged()
        } else {
          await consequences[stored.subject.kind]?.(context, stored, result)
          await context.record({
            subject: { kind: 'draw', id: drawId },
            before: null,
            after: { publicValue, drawn: [...result.drawn], reserves: [...result.reserves] },
          })
        }
        return presentDrawDetail(await getDraw(context, drawId), context.language)
      },
    }),
  ]
}
