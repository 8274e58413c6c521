import { execute } from '@qiangxian/kernel/operations/execute'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import type { OpenedVisit } from '@qiangxian/kernel/visits/open-visit'
import { endVisit, openVisitByCode, openVisitWithoutName } from '@qiangxian/kernel/visits/visit.operations'
import { leaveTwinScreen, pairTwinScreen } from '@qiangxian/kernel/window/twin.operations'
import type { TwinPaired } from '@qiangxian/kernel/window/window.schemas'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { OpenPlatform } from '../open-platform.ts'
import { askedBy, onceCookie, twinCookie, userAgentOf, visitOf } from '../request-context.ts'
import { giveCookie, takeCookieBack } from '../sign-in-cookies.ts'

/**
 * Coming once, and the applicant's own screen at the window: what opens them is a token in a cookie, which scripts cannot
 * read, so these routes are no operations. What stands behind a cookie is run as a command all the same.
 */
export function visitRoutes(
  app: FastifyInstance,
  platform: OpenPlatform,
  { secure }: { readonly secure: boolean },
): void {
  app.post('/api/visits', async (request, reply) => {
    const asked = await askedBy(platform, request, openVisitByCode)
    const input = { ...bodyOf(request), userAgent: userAgentOf(request) }
    const { token, visit } = (await execute(platform, openVisitByCode, asked, input)) as OpenedVisit
    giveCookie(request, reply, { name: onceCookie, value: token, secure })
    return visit
  })

  app.post('/api/visits/anonymous', async (request, reply) => {
    const asked = await askedBy(platform, request, openVisitWithoutName)
    const input = { userAgent: userAgentOf(request) }
    const { token, visit } = (await execute(platform, openVisitWithoutName, asked, input)) as OpenedVisit
    giveCookie(request, reply, { name: onceCookie, value: token, secure })
    return visit
  })

  app.get('/api/visits/current', async (request) => ({ visit: (await visitOf(platform, request))?.view ?? null }))

  app.delete('/api/visits/current', async (request, reply) => {
    const found = await visitOf(platform, request)
    const asked = await askedBy(platform, request, endVisit)
    if (found !== undefined) {
      const actor = { ...asked.actor, visit: found.visit }
      await execute(platform, endVisit, { ...asked, actor }, {})
    }
    takeCookieBack(request, reply, onceCookie)
    return {}
  })

  app.post('/api/twin', async (request, reply) => {
    const asked = await askedBy(platform, request, pairTwinScreen)
    const { token, paired } = (await execute(platform, pairTwinScreen, asked, bodyOf(request))) as {
      token: string
      paired: TwinPaired
    }
    giveCookie(request, reply, { name: twinCookie, value: token, secure })
    return paired
  })

  app.delete('/api/twin', async (request, reply) => {
    await execute(platform, leaveTwinScreen, await askedBy(platform, request, leaveTwinScreen), {})
    takeCookieBack(request, reply, twinCookie)
    return {}
  })
}

function bodyOf(request: FastifyRequest): object {
  const body = request.body ?? {}
  if (typeof body === 'object' && !Array.isArray(body)) return body
  const message = { zh: '请求体应为 JSON 对象。', en: 'The body must be a JSON object.' }
  throw operationErrors.badInput({ count: 1 }, { problems: [{ path: '', message }] })
}
