import type { RunStatus } from '../../api/import.types.ts'

/** Amber waits for a person, grey works or is over, red did not end well. */
export function runLight(status: RunStatus): 'green' | 'amber' | 'red' | 'grey' | 'blue' {
  switch (status) {
    case 'mapping':
    case 'ready':
      return 'amber'
    case 'committed':
      return 'green'
    case 'failed':
      return 'red'
    default:
      return 'grey'
  }
}

/** While the server works the page asks again every second. */
export function isWorking(status: RunStatus): boolean {
  return status === 'reading' || status === 'committing' || status === 'undoing'
}
