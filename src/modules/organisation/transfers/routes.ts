import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { accept, agree, agreeOnPaper, refuseTransfer, release, stop, withdraw } from './usecases/deciding.ts'
import { counts, exportMany, get, list, mine, overdue } from './usecases/reading.ts'
import { start, startNew, startOld } from './usecases/starting.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  start: api.start.use(acting('transfers.start', 'self')).handler(run(start)),
  mine: api.mine.use(reading('transfers.mine', 'self')).handler(run(mine)),
  agree: api.agree.use(acting('transfers.agree', 'self')).handler(run(agree)),
  stop: api.stop.use(acting('transfers.stop', 'self')).handler(run(stop)),
  list: api.list.use(reading('transfers.list', 'members.view')).handler(run(list)),
  export: api.export.use(acting('transfers.export', 'members.exchange')).handler(run(exportMany)),
  overdue: api.overdue.use(reading('transfers.overdue', 'members.view')).handler(run(overdue)),
  counts: api.counts.use(reading('transfers.counts', 'members.view')).handler(run(counts)),
  get: api.get.use(reading('transfers.get', 'members.view')).handler(run(get)),
  startOld: api.startOld.use(acting('transfers.startOld', 'members.decide')).handler(run(startOld)),
  startNew: api.startNew.use(acting('transfers.startNew', 'members.decide')).handler(run(startNew)),
  release: api.release.use(acting('transfers.release', 'members.decide')).handler(run(release)),
  accept: api.accept.use(acting('transfers.accept', 'members.decide')).handler(run(accept)),
  agreeOnPaper: api.agreeOnPaper.use(acting('transfers.agreeOnPaper', 'members.manage')).handler(run(agreeOnPaper)),
  refuse: api.refuse.use(acting('transfers.refuse', 'members.decide')).handler(run(refuseTransfer)),
  withdraw: api.withdraw.use(acting('transfers.withdraw', 'members.decide')).handler(run(withdraw)),
})
