import type { Pool } from 'pg'
import { open, seal } from './fields.ts'
import { type Ring, ring } from './ring.ts'

const FIELD = 'secret_canary.sealed'

/**
 * Compares the key ring with the database before anything is written: the first start leaves a sealed word, later starts must
 * open it. Without it, a lost key file would be made anew unseen, and half of the records sealed under a key that opens none of
 * the others. `pool` must have the shared schema in its search path.
 */
export async function assertRingFits(pool: Pool, keys: Ring = ring()): Promise<void> {
  await pool.query('insert into secret_canary (id, sealed) values (1, $1) on conflict (id) do nothing', [
    seal(FIELD, '工桥', keys),
  ])
  const { rows } = await pool.query<{ sealed: string }>('select sealed from secret_canary where id = 1')
  const sealed = rows[0]?.sealed ?? ''
  try {
    open(FIELD, sealed, keys)
  } catch (cause) {
    throw new Error(
      '拒绝启动：密钥与数据库不符，请找回原来的 GONGQIAO_SECRET 或 secrets.key。\n' +
        'Refusing to start: this key does not open the records of this database. Restore the former GONGQIAO_SECRET or secrets.key.',
      { cause },
    )
  }
  await pool.query('update secret_canary set sealed = $1 where id = 1 and sealed = $2', [seal(FIELD, '工桥', keys), sealed])
}
