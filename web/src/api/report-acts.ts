import { post } from './client.ts'
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
