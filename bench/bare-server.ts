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
  const units = await pool.query(
    `select p.*,
      array(select a.alias from party_alias a where a.jurisdiction = $1 and a.party_id = p.id order by a.alias) as aliases,
      array(select m.member_id from party_member m where m.jurisdiction = $1 and m.set_id = p.id) as members
    from party p where p.jurisdiction = $1 order by p.ordinal, p.pinyin`,
    [jurisdiction],
  )
  const versions = await pool.query(
    'select plan_id, version, effective_from from plan_version where jurisdiction = $1',
    [jurisdiction],
  )
  return { organisations: units.rows, versions: versions.rows }
})
await app.listen({ port: 0, host: '127.0.0.1' })
const [address] = app.addresses()
process.stdout.write(`listening ${typeof address === 'object' ? address.port : ''}\n`)
