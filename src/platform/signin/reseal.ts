import type { Pool } from 'pg'
import { derivedSecrets, type Ring, rotate, sealedTables } from '#platform/secrets'
import { inTransaction } from './pool.ts'
import { dictionary } from './tables.ts'

/** The purpose under which the library's own secrets are derived. */
export const PURPOSE = 'signin'
const BATCH = 200

/**
 * Brings what sign-in keeps under the key that writes now: mobile numbers, addresses, authenticators' secrets and backup codes.
 * Can be stopped and called again. Returns how many rows were resealed; afterwards the former key can go.
 */
export async function reseal(pool: Pool, keys: Ring): Promise<number> {
  const accounts = await rotate({ tables: sealedTables(dictionary), keys, transaction: (work) => inTransaction(pool, work) })
  let factors = 0
  for (let done = BATCH; done === BATCH; factors += done) done = await resealFactors(pool, keys)
  return accounts + factors
}

async function resealFactors(pool: Pool, keys: Ring): Promise<number> {
  const secrets = derivedSecrets(PURPOSE, keys)
  const currentVersion = secrets[0]?.version as number
  const key = { keys: new Map(secrets.map(({ version, value }) => [version, value])), currentVersion }
  const { symmetricDecrypt, symmetricEncrypt } = await import('better-auth/crypto')
  const again = async (data: string) => symmetricEncrypt({ key, data: await symmetricDecrypt({ key, data }) })
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string; secret: string; backup_codes: string }>(
      'select id, secret, backup_codes from account_second_factors where not starts_with(secret, $1) order by id limit $2 for update',
      [`$ba$${currentVersion}$`, BATCH],
    )
    for (const { id, secret, backup_codes } of rows)
      await client.query('update account_second_factors set secret = $2, backup_codes = $3 where id = $1', [
        id,
        await again(secret),
        await again(backup_codes),
      ])
    return rows.length
  })
}
