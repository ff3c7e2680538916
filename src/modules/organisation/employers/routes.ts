import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { add, advance, assign, correct, obstruct, press } from './usecases/keeping.ts'
import { exportKeys, instruct, key, keys, markKey, proceed, visit } from './usecases/keys.ts'
import { coverage, exportMany, get, list } from './usecases/register.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('employers.list', 'unions.view')).handler(run(list)),
  export: api.export.use(acting('employers.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('employers.get', 'unions.view')).handler(run(get)),
  coverage: api.coverage.use(reading('employers.coverage', 'unions.view')).handler(run(coverage)),
  add: api.add.use(acting('employers.add', 'unions.file')).handler(run(add)),
  correct: api.correct.use(acting('employers.correct', 'unions.file')).handler(run(correct)),
  assign: api.assign.use(acting('employers.assign', 'unions.file')).handler(run(assign)),
  advance: api.advance.use(acting('employers.advance', 'unions.file')).handler(run(advance)),
  obstruct: api.obstruct.use(acting('employers.obstruct', 'unions.file')).handler(run(obstruct)),
  press: api.press.use(acting('employers.press', 'unions.file')).handler(run(press)),
  keys: api.keys.use(reading('employers.keys', 'unions.view')).handler(run(keys)),
  exportKeys: api.exportKeys.use(acting('employers.exportKeys', 'members.exchange')).handler(run(exportKeys)),
  key: api.key.use(reading('employers.key', 'unions.view')).handler(run(key)),
  markKey: api.markKey.use(acting('employers.markKey', 'unions.approve')).handler(run(markKey)),
  instruct: api.instruct.use(acting('employers.instruct', 'unions.approve')).handler(run(instruct)),
  proceed: api.proceed.use(acting('employers.proceed', 'unions.approve')).handler(run(proceed)),
  visit: api.visit.use(acting('employers.visit', 'unions.approve')).handler(run(visit)),
})
