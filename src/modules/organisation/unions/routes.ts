import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { children, directory, get, rename, search, top } from './usecases.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  top: api.top.use(reading('unions.top', 'unions.view')).handler(run(top)),
  children: api.children.use(reading('unions.children', 'unions.view')).handler(run(children)),
  get: api.get.use(reading('unions.get', 'unions.view')).handler(run(get)),
  search: api.search.use(reading('unions.search', 'unions.view')).handler(run(search)),
  directory: api.directory.use(reading('unions.directory', 'anyone')).handler(run(directory)),
  rename: api.rename.use(acting('unions.rename', 'unions.file')).handler(run(rename)),
})
