import { post } from '../../api/client.ts'

/** Leaves for the identity service; it sends the browser back to the page that is named. */
export async function visitIdentityService(purpose: 'signIn' | 'link', next: string): Promise<void> {
  const { url } = await post<{ url: string }>('/oidc/visits', { purpose, next })
  location.assign(url)
}
