import { get, post } from '../../api/client.ts'
import type { Finding } from '../../api/indicator.types.ts'
import { queryClient, read, seg } from '../../api/queries.ts'
import { type FindingFilters, findingsPath } from './finding-filters.ts'

export interface FindingsPage {
  readonly findings: readonly Finding[]
  readonly next: string | null
  /** all that the filters let through; with the first page only */
  readonly count?: number | null
}

export interface QualityRule {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  readonly severity: Finding['severity']
  readonly remedy: string
  readonly remedyEn: string
  readonly source: string
  readonly open: number
}

export const qualityRulesQuery = read<{
  readonly rules: readonly QualityRule[]
  readonly ranAt?: string | null
}>('/quality/rules', 'quality', 'rules')

export function findingsPage(
  filters: FindingFilters,
  after: string | null,
  signal: AbortSignal,
): Promise<FindingsPage> {
  return get(findingsPath(filters, after), signal)
}

export function explainFinding(id: string, explanation: string): Promise<unknown> {
  return post(`/quality/findings/${seg(id)}/explanation`, { explanation })
}

export function runChecks(): Promise<unknown> {
  return post('/quality/runs')
}

export function refreshFindings(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['quality'] })
}
