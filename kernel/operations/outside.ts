import type { MessageGateway, WebhookSender } from '../channels/gateway.types.ts'
import type { SealService } from '../documents/seal/seal-service.ts'

/** What stands outside of the platform and it works with, as configured. */
export interface Outside {
  /** address under which people reach the platform, without a slash at its end; undefined where nobody said */
  readonly publicUrl: string | undefined
  readonly seal: SealService
  /** undefined where no mail server is configured */
  readonly mail: MessageGateway | undefined
  /** 短信和政务消息; undefined where no gateway is configured */
  readonly sms: MessageGateway | undefined
  readonly webhooks: WebhookSender
  /** folder with fonts of the county's own, for prints; undefined: those that come with the program */
  readonly fonts: string | undefined
}
