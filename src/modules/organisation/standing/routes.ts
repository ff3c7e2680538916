import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { decide, discuss, drop, educate, report } from './usecases/deciding.ts'
import { leaveMine, open, stayMine } from './usecases/opening.ts'
import { counts, exportMany, get, list, mine } from './usecases/reading.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  leaveMine: api.leaveMine.use(acting('standing.leaveMine', 'self')).handler(run(leaveMine)),
  mine: api.mine.use(reading('standing.mine', 'self')).handler(run(mine)),
  stayMine: api.stayMine.use(acting('standing.stayMine', 'self')).handler(run(stayMine)),
  list: api.list.use(reading('standing.list', 'members.view')).handler(run(list)),
  export: api.export.use(acting('standing.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('standing.get', 'members.view')).handler(run(get)),
  counts: api.counts.use(reading('standing.counts', 'members.view')).handler(run(counts)),
  open: api.open.use(acting('standing.open', 'members.decide')).handler(run(open)),
  educate: api.educate.use(acting('standing.educate', 'members.decide')).handler(run(educate)),
  discuss: api.discuss.use(acting('standing.discuss', 'members.decide')).handler(run(discuss)),
  decide: api.decide.use(acting('standing.decide', 'members.decide')).handler(run(decide)),
  report: api.report.use(acting('standing.report', 'members.decide')).handler(run(report)),
  drop: api.drop.use(acting('standing.drop', 'members.decide')).handler(run(drop)),
})
