import { type Problem, post } from './client.ts'
import { seg } from './queries.ts'
import type { ReportDetail, ReportState } from './types.gen.ts'

/** Acts on many reports at once: all or none. */
export type ManyAct = 'submission' | 'check' | 'approval' | 'return'

export interface ActedOn {
  readonly reports: readonly {
    readonly dutyId: string
    readonly state: ReportState
    readonly revision: number
    readonly daysLate: number
  }[]
}

/** A report as its actor saw it. */
export interface SeenReport {
  readonly dutyId: string
  readonly revision: number
}

export function actOnReports(act: ManyAct, items: readonly SeenReport[], reason?: string): Promise<ActedOn> {
  return post(`/reports/${act}`, { items, ...(reason === undefined ? {} : { reason }) })
}

export function withdrawReport(dutyId: string, revision: number): Promise<ReportDetail> {
  return post(`/reports/${seg(dutyId)}/withdrawal`, { revision })
}

export function correctReport(
  dutyId: string,
  correction: { readonly revision: number; readonly content: unknown; readonly reason: string },
): Promise<ReportDetail> {
  return post(`/reports/${seg(dutyId)}/correction`, correction)
}

/** What was refused of many, by the report that it is about: /items/2/value belongs to the third. */
export function refusalsOf(
  problem: Problem | null,
  items: readonly SeenReport[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { path, message } of problem?.problems ?? []) {
    const dutyId = items[Number(/^\/items\/(\d+)/.exec(path)?.[1] ?? Number.NaN)]?.dutyId
    if (dutyId === undefined) continue
    const messages = found.get(dutyId)
    if (messages === undefined) found.set(dutyId, [message])
    else messages.push(message)
  }
  return found
}
