/** The unit in the summary of a value, 2,237件 or 92.7%（31,494 ÷ 33,956）; '' where the summary is no value. */
export function unitInSummary(summary: string): string {
  return /^[\d,.]+([^\d（）：\s]*)/.exec(summary)?.[1] ?? ''
}
