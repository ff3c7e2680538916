import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { history, inForce, preview, set } from './usecases/ruling.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  inForce: api.inForce.use(reading('memberRules.inForce', 'unions.view')).handler(run(inForce)),
  history: api.history.use(reading('memberRules.history', 'unions.view')).handler(run(history)),
  preview: api.preview.use(reading('memberRules.preview', 'unions.approve')).handler(run(preview)),
  set: api.set.use(acting('memberRules.set', 'unions.approve')).handler(run(set)),
})
