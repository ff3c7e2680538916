import { totalmem } from 'node:os'

/** Settings of PostgreSQL by name, as in postgresql.conf. */
export type Settings = Record<string, string | number>

const MB = 2 ** 20
const memory = totalmem() / MB
/** An eighth of the machine's memory: the indexes of a district's members fit, and an office machine still has room. */
const buffers = Math.round(Math.min(2048, Math.max(128, memory / 8)))

/** Modest enough for an office machine, roomy enough for a district. An operator's postgresql.conf lines and ALTER SYSTEM win. */
export const modest: Settings = {
  shared_buffers: `${buffers}MB`,
  effective_cache_size: `${Math.round(memory / 2)}MB`,
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: 100,
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: 1.1,
  jit: 'off',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  lc_messages: 'C',
  log_checkpoints: 'off',
  logging_collector: 'on',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: 0,
}

/** For tests, whose data nobody will miss: no waiting for the disk. */
export const throwAway: Settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '10min',
  max_connections: 200,
  shared_buffers: '256MB',
}

/** The text of a configuration file. */
export const asConf = (settings: Settings) =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`)
    .join('')
