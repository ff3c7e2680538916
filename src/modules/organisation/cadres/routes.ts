import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { agree, dropHours, entries, get, mine, recordHours } from './usecases/file.ts'
import { exportMany, figures, list, unions } from './usecases/reading.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('cadres.list', 'posts.view')).handler(run(list)),
  export: api.export.use(acting('cadres.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('cadres.get', 'posts.view')).handler(run(get)),
  hours: api.hours.use(reading('cadres.hours', 'posts.view')).handler(run(entries)),
  agree: api.agree.use(acting('cadres.agree', 'posts.manage')).handler(run(agree)),
  unions: api.unions.use(reading('cadres.unions', 'posts.view')).handler(run(unions)),
  figures: api.figures.use(reading('cadres.figures', 'posts.view')).handler(run(figures)),
  mine: api.mine.use(reading('cadres.mine', 'self')).handler(run(mine)),
  recordHours: api.recordHours.use(acting('cadres.recordHours', 'self')).handler(run(recordHours)),
  dropHours: api.dropHours.use(acting('cadres.dropHours', 'self')).handler(run(dropHours)),
})
