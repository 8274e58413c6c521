import { fastify } from 'fastify'
import pg from 'pg'
import { cockpitByHand } from './cockpit-by-hand.ts'

/**
 * The baseline of the requests bench, a process of its own: bare Fastify and pg, the same rows by plain SQL, no
 * sessions, no roles, no checks, no headers. Prints its port.
 */
const [url = '', jurisdiction = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 10 })
const app = fastify()
app.get('/cockpit', async () => {
  const client = await pool.connect()
  try {
    return await cockpitByHand(client, jurisdiction)
  } finally {
    client.release()
  }
})
app.get('/organisations', async () => {
  const { rows } = await pool.query('select * from party where jurisdiction = $1 order by ordinal', [jurisdiction])
  return rows
})
await app.listen({ port: 0, host: '127.0.0.1' })
const [address] = app.addresses()
process.stdout.write(`listening ${typeof address === 'object' ? address.port : ''}\n`)
