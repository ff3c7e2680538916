import { implement } from '@orpc/server'
import { reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { done } from './usecases/done.ts'
import { picture } from './usecases/picture.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  picture: api.picture.use(reading('today.picture', 'unions.view')).handler(run(picture)),
  done: api.done.use(reading('today.done', 'unions.view')).handler(run(done)),
})
