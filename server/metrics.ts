import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export interface Metrics {
  observe(route: string, method: string, status: number, seconds: number): void
  print(): Promise<string>
  readonly contentType: string
}

/** What Prometheus reads: counts and times by route, and the process itself. Nothing here names a person. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'qx_' })
  const requests = new Counter({
    name: 'qx_http_requests_total',
    help: 'Answered requests by route, method and status',
    labelNames: ['route', 'method', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'qx_http_request_seconds',
    help: 'Time to answer by route and method',
    labelNames: ['route', 'method'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  return {
    observe(route, method, status, elapsed) {
      requests.inc({ route, method, status: String(status) })
      seconds.observe({ route, method }, elapsed)
    },
    print: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
