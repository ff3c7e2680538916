import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { card, verifyCard } from './usecases/card.ts'
import { approve, approveMany, asTransfer, refuseOne } from './usecases/deciding.ts'
import { apply, applyMine, enter, mine, place, progress, withdraw, withdrawMine } from './usecases/filing.ts'
import { counts, exporting, get, list } from './usecases/reading.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  place: api.place.use(reading('joining.place', 'anyone')).handler(run(place)),
  apply: api.apply.use(acting('joining.apply', 'anyone')).handler(run(apply)),
  progress: api.progress.use(reading('joining.progress', 'anyone')).handler(run(progress)),
  withdraw: api.withdraw.use(acting('joining.withdraw', 'anyone')).handler(run(withdraw)),
  applyMine: api.applyMine.use(acting('joining.applyMine', 'self')).handler(run(applyMine)),
  mine: api.mine.use(reading('joining.mine', 'self')).handler(run(mine)),
  withdrawMine: api.withdrawMine.use(acting('joining.withdrawMine', 'self')).handler(run(withdrawMine)),
  list: api.list.use(reading('joining.list', 'members.view')).handler(run(list)),
  counts: api.counts.use(reading('joining.counts', 'members.view')).handler(run(counts)),
  get: api.get.use(reading('joining.get', 'members.view')).handler(run(get)),
  enter: api.enter.use(acting('joining.enter', 'members.manage')).handler(run(enter)),
  approve: api.approve.use(acting('joining.approve', 'members.decide')).handler(run(approve)),
  approveMany: api.approveMany.use(acting('joining.approveMany', 'members.decide')).handler(run(approveMany)),
  refuse: api.refuse.use(acting('joining.refuse', 'members.decide')).handler(run(refuseOne)),
  asTransfer: api.asTransfer.use(acting('joining.asTransfer', 'members.decide')).handler(run(asTransfer)),
  export: api.export.use(acting('joining.export', 'members.exchange')).handler(run(exporting)),
  card: api.card.use(reading('joining.card', 'self')).handler(run(card)),
  verifyCard: api.verifyCard.use(reading('joining.verifyCard', 'anyone')).handler(run(verifyCard)),
})
