import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import { contract } from './contract.ts'
import type { SignedCaller } from '#modules/organisation/posts'
import { actAs, get } from './usecases.ts'

const api = implement(contract).$context<SignedCaller>()

export const routes = api.router({
  get: api.get.use(reading('me.get', 'self')).handler(run(get)),
  actAs: api.actAs.use(acting('me.actAs', 'self')).handler(run(actAs)),
})
