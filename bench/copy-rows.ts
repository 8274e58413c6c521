import type pg from 'pg'

/** What pg hands to a query that speaks the protocol itself: enough of its connection for COPY. */
interface Connection {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

interface Submitted {
  submit(connection: Connection): void
  handleCopyInResponse?(connection: Connection): void
  handleCopyData?(message: { readonly chunk: Buffer }, connection: Connection): void
  handleError(error: Error): void
  handleRowDescription(): void
  handleCommandComplete(): void
  handleReadyForQuery(): void
}

/** The rows of a table as PostgreSQL's own text format. */
export async function copyOut(client: pg.Client, table: string): Promise<readonly Buffer[]> {
  const chunks: Buffer[] = []
  await submitted(client, `copy ${table} to stdout`, {
    handleCopyData: ({ chunk }) => chunks.push(Buffer.from(chunk)),
  })
  return chunks
}

/** Loads them into a table of the same columns, the way that PostgreSQL loads fastest. */
export function copyIn(client: pg.Client, table: string, chunks: readonly Buffer[]): Promise<void> {
  return submitted(client, `copy ${table} from stdin`, {
    handleCopyInResponse: (connection) => {
      for (let at = 0; at < chunks.length; at += 500) {
        connection.sendCopyFromChunk(Buffer.concat(chunks.slice(at, at + 500)))
      }
      connection.endCopyFrom()
    },
  })
}

function submitted(
  client: pg.Client,
  text: string,
  handlers: Pick<Submitted, 'handleCopyInResponse' | 'handleCopyData'>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const query: Submitted = {
      submit: (connection) => connection.query(text),
      handleError: reject,
      handleRowDescription: () => {},
      handleCommandComplete: () => {},
      handleReadyForQuery: () => resolve(),
      ...handlers,
    }
    client.query(query as unknown as pg.Submittable)
  })
}
