import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { count, list, read, readAll } from './usecases/inbox.ts'
import { again, configure, failures, figures } from './usecases/overseeing.ts'
import { prefer, preference, trial } from './usecases/preferring.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('notices.list', 'self')).handler(run(list)),
  count: api.count.use(reading('notices.count', 'self')).handler(run(count)),
  read: api.read.use(acting('notices.read', 'self')).handler(run(read)),
  readAll: api.readAll.use(acting('notices.readAll', 'self')).handler(run(readAll)),
  preference: api.preference.use(reading('notices.preference', 'self')).handler(run(preference)),
  prefer: api.prefer.use(acting('notices.prefer', 'self')).handler(run(prefer)),
  trial: api.trial.use(acting('notices.trial', 'self')).handler(run(trial)),
  figures: api.figures.use(reading('notices.figures', 'system.manage')).handler(run(figures)),
  failures: api.failures.use(reading('notices.failures', 'system.manage')).handler(run(failures)),
  again: api.again.use(acting('notices.again', 'system.manage')).handler(run(again)),
  configure: api.configure.use(acting('notices.configure', 'system.manage')).handler(run(configure)),
})
