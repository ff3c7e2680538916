import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { corrections, decideCorrection, requestCorrection, withdrawCorrection } from './usecases/corrections.ts'
import { duplicates } from './usecases/duplicates.ts'
import { exportMany } from './usecases/exporting.ts'
import { list } from './usecases/list.ts'
import { merge, merges, unmerge } from './usecases/merge.ts'
import { confirmMine, consent, consents, copyMine, mine, whoLooked, withdraw } from './usecases/mine.ts'
import { problems } from './usecases/problems.ts'
import { reveal } from './usecases/protection.ts'
import { add, check, correct, get, tag, untag } from './usecases/record.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('members.list', 'members.view')).handler(run(list)),
  export: api.export.use(acting('members.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('members.get', 'members.view')).handler(run(get)),
  add: api.add.use(acting('members.add', 'members.manage')).handler(run(add)),
  correct: api.correct.use(acting('members.correct', 'members.manage')).handler(run(correct)),
  tag: api.tag.use(acting('members.tag', 'members.manage')).handler(run(tag)),
  untag: api.untag.use(acting('members.untag', 'members.manage')).handler(run(untag)),
  check: api.check.use(acting('members.check', 'members.manage')).handler(run(check)),
  problems: api.problems.use(reading('members.problems', 'members.view')).handler(run(problems)),
  duplicates: api.duplicates.use(reading('members.duplicates', 'members.manage')).handler(run(duplicates)),
  merge: api.merge.use(acting('members.merge', 'members.manage')).handler(run(merge)),
  merges: api.merges.use(reading('members.merges', 'members.view')).handler(run(merges)),
  unmerge: api.unmerge.use(acting('members.unmerge', 'members.manage')).handler(run(unmerge)),
  reveal: api.reveal.use(acting('members.reveal', 'members.sensitive')).handler(run(reveal)),
  corrections: api.corrections.use(reading('members.corrections', 'members.manage')).handler(run(corrections)),
  decideCorrection: api.decideCorrection.use(acting('members.decideCorrection', 'members.manage')).handler(run(decideCorrection)),
  mine: api.mine.use(reading('members.mine', 'self')).handler(run(mine)),
  confirmMine: api.confirmMine.use(acting('members.confirmMine', 'self')).handler(run(confirmMine)),
  requestCorrection: api.requestCorrection.use(acting('members.requestCorrection', 'self')).handler(run(requestCorrection)),
  withdrawCorrection: api.withdrawCorrection.use(acting('members.withdrawCorrection', 'self')).handler(run(withdrawCorrection)),
  whoLooked: api.whoLooked.use(reading('members.whoLooked', 'self')).handler(run(whoLooked)),
  copyMine: api.copyMine.use(acting('members.copyMine', 'self')).handler(run(copyMine)),
  consents: api.consents.use(reading('members.consents', 'self')).handler(run(consents)),
  consent: api.consent.use(acting('members.consent', 'self')).handler(run(consent)),
  withdraw: api.withdraw.use(acting('members.withdraw', 'self')).handler(run(withdraw)),
})
