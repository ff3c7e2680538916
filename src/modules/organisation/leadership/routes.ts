import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { decide, exportMany, figures, finish, incomplete, listDecisions, listParties, mine, name, release } from './usecases.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  parties: api.parties.use(reading('leadership.parties', 'unions.view')).handler(run(listParties)),
  name: api.name.use(acting('leadership.name', 'unions.file')).handler(run(name)),
  release: api.release.use(acting('leadership.release', 'unions.file')).handler(run(release)),
  decisions: api.decisions.use(reading('leadership.decisions', 'unions.view')).handler(run(listDecisions)),
  export: api.export.use(acting('leadership.export', 'members.exchange')).handler(run(exportMany)),
  decide: api.decide.use(acting('leadership.decide', 'unions.file')).handler(run(decide)),
  finish: api.finish.use(acting('leadership.finish', 'unions.file')).handler(run(finish)),
  mine: api.mine.use(reading('leadership.mine', 'self')).handler(run(mine)),
  finishMine: api.finishMine.use(acting('leadership.finishMine', 'self')).handler(run(finish)),
  figures: api.figures.use(reading('leadership.figures', 'unions.view')).handler(run(figures)),
  incomplete: api.incomplete.use(reading('leadership.incomplete', 'unions.view')).handler(run(incomplete)),
})
