import { showEvidence } from '@qiangxian/kernel/evidence/evidence.operations'
import { fileHeaders } from '@qiangxian/kernel/evidence/served-as'
import { execute } from '@qiangxian/kernel/operations/execute'
import type { FastifyInstance } from 'fastify'
import type { OpenPlatform } from '../open-platform.ts'
import { askedBy } from '../request-context.ts'

/** The content of a file, for whoever may see its row; the digest is never an address. */
export function fileRoutes(app: FastifyInstance, platform: OpenPlatform): void {
  app.get<{ Params: { evidenceId: string } }>('/api/evidence/:evidenceId/content', async (request, reply) => {
    const { evidenceId } = request.params
    const asked = await askedBy(platform, request, showEvidence)
    const row = (await execute(platform, showEvidence, asked, { evidenceId })) as {
      name: string
      sha256: string
      size: number
      mediaType: string
    }
    const stream = await platform.store.read(row.sha256)
    reply.headers({
      ...fileHeaders({ mediaType: row.mediaType, name: row.name }),
      'content-length': row.size,
      'cache-control': 'private, no-store',
    })
    return reply.send(stream)
  })
}
