import { testSeal } from '../documents/seal/test-seal.ts'
import type { Outside } from '../operations/outside.ts'
import type { FieldSecrets } from '../personal-data/field-secrets.ts'
import { httpSmsGateway } from './http-sms-gateway.ts'
import { mailGateway } from './mail-gateway.ts'
import { webhookSender } from './webhook-sender.ts'

/** What an operator configures of the world outside; everything may be left out. */
export interface OutsideSettings {
  readonly publicUrl: string | undefined
  readonly mail: { readonly url: string; readonly from: string } | undefined
  readonly sms: { readonly url: string; readonly secret: string } | undefined
  /** whether webhooks may lead into the network of the platform itself */
  readonly privateWebhooks: boolean
  readonly fonts: string | undefined
}

/** Opens nothing yet: connections are made when something is sent. */
export function openOutside(settings: Partial<OutsideSettings>, secrets: FieldSecrets): Outside {
  const { publicUrl, mail, sms, privateWebhooks, fonts } = settings
  return {
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    seal: testSeal(secrets),
    mail: mail === undefined ? undefined : mailGateway(mail),
    sms: sms === undefined ? undefined : httpSmsGateway(sms),
    webhooks: webhookSender({ mayBePrivate: privateWebhooks === true }),
    fonts,
  }
}
