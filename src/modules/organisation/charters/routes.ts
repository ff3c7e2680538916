import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { adopt, figures, inForce, list, publish, save } from './usecases.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('charters.list', 'unions.view')).handler(run(list)),
  inForce: api.inForce.use(reading('charters.inForce', 'anyone')).handler(run(inForce)),
  save: api.save.use(acting('charters.save', 'unions.file')).handler(run(save)),
  adopt: api.adopt.use(acting('charters.adopt', 'unions.file')).handler(run(adopt)),
  publish: api.publish.use(acting('charters.publish', 'unions.file')).handler(run(publish)),
  figures: api.figures.use(reading('charters.figures', 'unions.view')).handler(run(figures)),
})
