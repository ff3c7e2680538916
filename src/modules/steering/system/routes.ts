import { implement } from '@orpc/server'
import { acting, reading, run as running } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { dictionary, locate, overview, run } from './usecases.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  overview: api.overview.use(reading('system.overview', 'system.manage')).handler(running(overview)),
  run: api.run.use(acting('system.run', 'system.manage')).handler(running(run)),
  locate: api.locate.use(acting('system.locate', 'system.manage')).handler(running(locate)),
  dictionary: api.dictionary.use(reading('system.dictionary', 'security.manage')).handler(running(dictionary)),
})
