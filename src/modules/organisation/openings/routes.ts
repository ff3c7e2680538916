import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { addCandidate, assess, choose, drop, record, start } from './usecases/choosing.ts'
import { apply, offered, takeBack } from './usecases/own.ts'
import { announce, callOff, save } from './usecases/planning.ts'
import { exportMany, figures, get, list, ofCadre } from './usecases/reading.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('openings.list', 'posts.view')).handler(run(list)),
  export: api.export.use(acting('openings.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('openings.get', 'posts.view')).handler(run(get)),
  figures: api.figures.use(reading('openings.figures', 'posts.view')).handler(run(figures)),
  save: api.save.use(acting('openings.save', 'posts.manage')).handler(run(save)),
  announce: api.announce.use(acting('openings.announce', 'posts.manage')).handler(run(announce)),
  callOff: api.callOff.use(acting('openings.callOff', 'posts.manage')).handler(run(callOff)),
  addCandidate: api.addCandidate.use(acting('openings.addCandidate', 'posts.manage')).handler(run(addCandidate)),
  assess: api.assess.use(acting('openings.assess', 'posts.manage')).handler(run(assess)),
  drop: api.drop.use(acting('openings.drop', 'posts.manage')).handler(run(drop)),
  choose: api.choose.use(acting('openings.choose', 'posts.manage')).handler(run(choose)),
  start: api.start.use(acting('openings.start', 'posts.manage')).handler(run(start)),
  record: api.record.use(acting('openings.record', 'posts.manage')).handler(run(record)),
  ofCadre: api.ofCadre.use(reading('openings.ofCadre', 'posts.view')).handler(run(ofCadre)),
  offered: api.offered.use(reading('openings.offered', 'self')).handler(run(offered)),
  apply: api.apply.use(acting('openings.apply', 'self')).handler(run(apply)),
  takeBack: api.takeBack.use(acting('openings.takeBack', 'self')).handler(run(takeBack)),
})
