import { actorMay } from '@qiangxian/kernel/accounts/actor'
import { evidenceErrors } from '@qiangxian/kernel/evidence/evidence-errors'
import { contentDisposition } from '@qiangxian/kernel/evidence/served-as'
import type { UploadedFile } from '@qiangxian/kernel/evidence/uploaded-file'
import { admitUpload, execute, type Request, settleUpload } from '@qiangxian/kernel/operations/execute'
import { type FileAnswer, mediaTypeOfAnswer } from '@qiangxian/kernel/operations/file-answer'
import type { Operation, UploadDeclaration } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { OpenPlatform } from '../open-platform.ts'
import { askedBy } from '../request-context.ts'

/** Mounts each operation on its route. Input is checked by the operation itself, the same for every way in. */
export function operationRoutes(app: FastifyInstance, platform: OpenPlatform, operations: readonly Operation[]): void {
  for (const operation of operations) {
    const mediaType = mediaTypeOfAnswer(operation.output)
    app.route({
      method: operation.route.method,
      url: `/api${operation.route.path}`,
      schema: mediaType === undefined ? { response: { 200: operation.output } } : {},
      handler: async (request, reply) => {
        const asked = await askedBy(platform, request, operation)
        if (mediaType !== undefined) {
          return sendFile(reply, mediaType, await execute(platform, operation, asked, inputOf(request)))
        }
        if (operation.kind === 'query' || operation.upload === undefined) {
          return execute(platform, operation, asked, inputOf(request))
        }
        // Who may not do it does not fill our disk first.
        if (!actorMay(asked.actor, operation.permission)) return execute(platform, operation, asked, {})
        const { upload, fields } = await receiveAdmitted(platform, request, asked, operation.upload)
        const input = { ...fields, ...(request.params as object) }
        return execute(platform, operation, { ...asked, upload }, input)
      },
    })
  }
}

/** A file that was made for the reader: saved, never shown, and kept by nobody on the way. */
function sendFile(reply: FastifyReply, mediaType: string, answer: unknown): FastifyReply {
  const { fileName, content, mediaType: chosen } = answer as FileAnswer
  return reply
    .headers({
      'content-type': chosen ?? mediaType,
      'content-disposition': contentDisposition('attachment', fileName),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
    .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
}

function inputOf(request: FastifyRequest): unknown {
  const body = request.body ?? {}
  if (typeof body !== 'object' || Array.isArray(body)) {
    const message = { zh: '请求体应为 JSON 对象。', en: 'The body must be a JSON object.' }
    throw operationErrors.badInput({ count: 1 }, { problems: [{ path: '', message }] })
  }
  return { ...(request.query as object), ...body, ...(request.params as object) }
}

/** Room is taken for what the request announces, and given back for what did not come of it. */
async function receiveAdmitted(
  platform: OpenPlatform,
  request: FastifyRequest,
  asked: Request,
  declaration: UploadDeclaration,
): Promise<{ upload: UploadedFile; fields: Record<string, string> }> {
  const { maximumBytes } = declaration
  const announced = Number(request.headers['content-length'] ?? maximumBytes)
  const bytes = Math.min(Number.isSafeInteger(announced) ? announced : maximumBytes, maximumBytes)
  const parameters = request.params as Readonly<Record<string, unknown>>
  const room = await admitUpload(platform, asked, declaration, parameters, bytes)
  let kept = 0
  try {
    const received = await receiveUpload(platform, request, declaration)
    kept = received.upload.size
    return received
  } finally {
    await settleUpload(platform, asked, room, kept)
  }
}

async function receiveUpload(
  platform: OpenPlatform,
  request: FastifyRequest,
  { maximumBytes, kind }: UploadDeclaration,
): Promise<{ upload: UploadedFile; fields: Record<string, string> }> {
  if (!request.isMultipart()) throw operationErrors.fileMissing({})
  // The store counts and refuses by itself, with words; the parser's own limit only stands behind it.
  const limits = { files: 1, fields: 10, fileSize: maximumBytes + 1024 * 1024, fieldSize: 10_000 }
  const fields: Record<string, string> = {}
  let upload: UploadedFile | undefined
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string' && part.value !== '') fields[part.fieldname] = part.value
      continue
    }
    upload = await platform.store.receive(part.file, {
      fileName: part.filename,
      maximumBytes,
      ...(kind === undefined ? {} : { kind }),
    })
    if (part.file.truncated) throw evidenceErrors.tooLarge({ fileName: part.filename, maximumBytes })
  }
  if (upload === undefined) throw operationErrors.fileMissing({})
  return { upload, fields }
}
