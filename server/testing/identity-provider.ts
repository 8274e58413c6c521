import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import Provider from 'oidc-provider'

/** A real identity service on this machine, over HTTP, at which tests play the people. */
export interface TestIdentityProvider {
  readonly issuer: string
  /** Who sits at the service, by their number there; `denies` declines. */
  person: string | 'denies'
  /** What a wrong service would put into its token in place of what it should; undefined for a right one. */
  forge: ((claims: JWTPayload) => JWTPayload) | undefined
  /** Signs with a key that the service does not publish. */
  forgeSignature: boolean
  /** Follows an address as a browser does, until the service sends it back to us; that address is returned. */
  visit(url: string): Promise<URL>
  close(): Promise<void>
}

export const testClient = {
  clientId: 'qiangxian',
  clientSecret: 'yi-ge-gou-chang-de-yingyong-miyao',
  redirectUri: 'https://county.example/api/oidc/callback',
} as const

const keyId = 'test-key'

/** @param redirectUri where it sends people back to; `testClient`’s where nobody listens */
export async function startIdentityProvider(
  redirectUri: string = testClient.redirectUri,
): Promise<TestIdentityProvider> {
  const [{ privateKey }, stranger] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256'),
  ])
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: testClient.clientId,
        client_secret: testClient.clientSecret,
        redirect_uris: [redirectUri],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: keyId, alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['cookies-of-a-test'] },
    features: { devInteractions: { enabled: false } },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: async ({ oidc }) => {
      // Whoever signed in has agreed: what these tests are about comes after.
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  const service: TestIdentityProvider = {
    issuer,
    person: 'nobody',
    forge: undefined,
    forgeSignature: false,
    visit: (url) => followAsBrowser(url, redirectUri),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  provider.use(async (ctx, next) => {
    await next()
    const answer = ctx.body as { id_token?: string } | undefined
    if (ctx.path !== '/token' || answer?.id_token === undefined) return
    if (service.forge === undefined && !service.forgeSignature) return
    const claims = JSON.parse(Buffer.from(answer.id_token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload
    const signed = new SignJWT(service.forge?.(claims) ?? claims).setProtectedHeader({ alg: 'RS256', kid: keyId })
    ctx.body = { ...answer, id_token: await signed.sign(service.forgeSignature ? stranger.privateKey : privateKey) }
  })
  const answerAll = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answerAll(request, response)
    const denial = { error: 'access_denied', error_description: 'the person declined' }
    const result = service.person === 'denies' ? denial : { login: { accountId: service.person } }
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  })
  return service
}

async function followAsBrowser(start: string, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let url = new URL(start)
  for (let hop = 0; hop < 10; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`${url.pathname} answered ${response.status}: ${await response.text()}`)
    url = new URL(location, url)
    if (url.href.startsWith(redirectUri)) return url
  }
  throw new Error('the identity service sends people in circles')
}
