import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { add, decide, decideProposal, end, finishTask, giveTask, propose, recordDeed } from './usecases/acting.ts'
import { myNominations, nominate, takeBack } from './usecases/own.ts'
import { exportMany, figures, findings, get, list, nominations } from './usecases/reading.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('activists.list', 'members.view')).handler(run(list)),
  export: api.export.use(acting('activists.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('activists.get', 'members.view')).handler(run(get)),
  add: api.add.use(acting('activists.add', 'members.manage')).handler(run(add)),
  end: api.end.use(acting('activists.end', 'members.manage')).handler(run(end)),
  giveTask: api.giveTask.use(acting('activists.giveTask', 'members.manage')).handler(run(giveTask)),
  finishTask: api.finishTask.use(acting('activists.finishTask', 'members.manage')).handler(run(finishTask)),
  recordDeed: api.recordDeed.use(acting('activists.recordDeed', 'members.manage')).handler(run(recordDeed)),
  propose: api.propose.use(acting('activists.propose', 'members.manage')).handler(run(propose)),
  decideProposal: api.decideProposal.use(acting('activists.decideProposal', 'posts.manage')).handler(run(decideProposal)),
  nominations: api.nominations.use(reading('activists.nominations', 'members.manage')).handler(run(nominations)),
  decide: api.decide.use(acting('activists.decide', 'members.manage')).handler(run(decide)),
  findings: api.findings.use(reading('activists.findings', 'members.manage')).handler(run(findings)),
  figures: api.figures.use(reading('activists.figures', 'members.view')).handler(run(figures)),
  nominate: api.nominate.use(acting('activists.nominate', 'self')).handler(run(nominate)),
  takeBack: api.takeBack.use(acting('activists.takeBack', 'self')).handler(run(takeBack)),
  myNominations: api.myNominations.use(reading('activists.myNominations', 'self')).handler(run(myNominations)),
})
