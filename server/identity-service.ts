import type { Identity } from '@qiangxian/kernel/accounts/identity'
import { identityErrors } from '@qiangxian/kernel/accounts/identity-errors'
import type { BegunVisit, FinishedVisit } from '@qiangxian/kernel/accounts/identity-visit'
import * as oidc from 'openid-client'

/** Where a provincial identity service (统一身份认证) is, and as whom we ask it. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** what the button says */
  readonly label: string
}

/** The identity service as the routes use it: where to send a person, and who came back. */
export interface IdentityService {
  readonly label: string
  /** @throws identity.away */
  addressFor(visit: BegunVisit): Promise<string>
  /**
   * Exchanges the answer for an identity: code, PKCE, state, nonce, and the token's signature, issuer, audience and time.
   *
   * @param query the answer as it stands in the address, without its question mark
   * @throws identity.denied, identity.refused, identity.away; each with its cause
   */
  identityFrom(query: string, visit: FinishedVisit, state: string): Promise<Identity>
}

const timeoutSeconds = 10

/**
 * The service is asked for its description at the first visit and not at our start: that it is away must not keep the
 * platform from starting. A description that was read stays; one that failed is asked for again.
 */
export function openIdentityService(settings: OidcSettings, redirectUri: string): IdentityService {
  let described: Promise<oidc.Configuration> | undefined
  const configuration = () => {
    described ??= describe(settings).catch((cause: unknown) => {
      described = undefined
      throw identityErrors.away({}, { cause })
    })
    return described
  }
  return {
    label: settings.label,
    addressFor: async (visit) => {
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: visit.state,
        nonce: visit.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(visit.codeVerifier),
        code_challenge_method: 'S256',
      })
      return address.href
    },
    identityFrom: async (query, visit, state) => {
      const answered = new URL(redirectUri)
      answered.search = query
      const config = await configuration()
      try {
        const tokens = await oidc.authorizationCodeGrant(config, answered, {
          pkceCodeVerifier: visit.codeVerifier,
          expectedState: state,
          expectedNonce: visit.nonce,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) throw new Error('no claims')
        return { issuer: claims.iss, subject: claims.sub }
      } catch (cause) {
        throw refusalOf(cause)
      }
    },
  }
}

async function describe({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  // Only this machine may speak without TLS; the configuration has checked that.
  const local = new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  const found = await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute: local,
    timeout: timeoutSeconds,
  })
  const server = found.serverMetadata()
  // Where a service says nothing, the header is what the standard asks for (OpenID Connect Discovery 1.0, section 3).
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const authentication = methods.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost
  const config = new oidc.Configuration(server, clientId, clientSecret, authentication(clientSecret))
  config.timeout = timeoutSeconds
  for (const extend of local) extend(config)
  // A token straight from the service need not be checked for its signature where TLS is; ours always is.
  oidc.enableNonRepudiationChecks(config)
  return config
}

function refusalOf(cause: unknown): Error {
  if (cause instanceof oidc.AuthorizationResponseError && cause.error === 'access_denied') {
    return identityErrors.denied({}, { cause })
  }
  return isUnreachable(cause) ? identityErrors.away({}, { cause }) : identityErrors.refused({}, { cause })
}

/** The connection failed or took too long, here or in what the client wrapped around it. */
function isUnreachable(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return true
  if (cause instanceof TypeError && cause.message === 'fetch failed') return true
  return isUnreachable(cause.cause)
}
