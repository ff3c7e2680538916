import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { change, confirm, history, inForce, mine, ofCadre, rateMine } from './usecases.ts'
import { gaps, unions } from './usecases/gaps.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  catalogue: api.catalogue.use(reading('competences.catalogue', 'self')).handler(run(inForce)),
  history: api.history.use(reading('competences.history', 'self')).handler(run(history)),
  change: api.change.use(acting('competences.change', 'posts.manage')).handler(run(change)),
  mine: api.mine.use(reading('competences.mine', 'self')).handler(run(mine)),
  rateMine: api.rateMine.use(acting('competences.rateMine', 'self')).handler(run(rateMine)),
  ofCadre: api.ofCadre.use(reading('competences.ofCadre', 'posts.view')).handler(run(ofCadre)),
  confirm: api.confirm.use(acting('competences.confirm', 'posts.manage')).handler(run(confirm)),
  gaps: api.gaps.use(reading('competences.gaps', 'posts.view')).handler(run(gaps)),
  unions: api.unions.use(reading('competences.unions', 'posts.view')).handler(run(unions)),
})
