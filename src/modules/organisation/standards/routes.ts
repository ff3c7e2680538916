import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { answer, attach, detach, handIn, open } from './usecases/checking.ts'
import { catalogue } from './usecases/facts.ts'
import { get, list, publish, save, withdraw } from './usecases/publishing.ts'
import { conclude, mark, mend, revoke, sendBack } from './usecases/reviewing.ts'
import { sheet } from './usecases/sheet.ts'
import { exportMany, gaps, missing, ofUnion, openEvidence, standing } from './usecases/standing.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  facts: api.facts.use(reading('standards.facts', 'unions.view')).handler(() => catalogue()),
  list: api.list.use(reading('standards.list', 'unions.view')).handler(run(list)),
  get: api.get.use(reading('standards.get', 'unions.view')).handler(run(get)),
  save: api.save.use(acting('standards.save', 'unions.approve')).handler(run(save)),
  publish: api.publish.use(acting('standards.publish', 'unions.approve')).handler(run(publish)),
  withdraw: api.withdraw.use(acting('standards.withdraw', 'unions.approve')).handler(run(withdraw)),
  ofUnion: api.ofUnion.use(reading('standards.ofUnion', 'unions.view')).handler(run(ofUnion)),
  sheet: api.sheet.use(reading('standards.sheet', 'unions.view')).handler(run(sheet)),
  open: api.open.use(acting('standards.open', 'unions.file')).handler(run(open)),
  answer: api.answer.use(acting('standards.answer', 'unions.file')).handler(run(answer)),
  attach: api.attach.use(acting('standards.attach', 'unions.file')).handler(run(attach)),
  detach: api.detach.use(acting('standards.detach', 'unions.file')).handler(run(detach)),
  handIn: api.handIn.use(acting('standards.handIn', 'unions.file')).handler(run(handIn)),
  mark: api.mark.use(acting('standards.mark', 'unions.approve')).handler(run(mark)),
  conclude: api.conclude.use(acting('standards.conclude', 'unions.approve')).handler(run(conclude)),
  sendBack: api.sendBack.use(acting('standards.sendBack', 'unions.approve')).handler(run(sendBack)),
  revoke: api.revoke.use(acting('standards.revoke', 'unions.approve')).handler(run(revoke)),
  mend: api.mend.use(acting('standards.mend', 'unions.file')).handler(run(mend)),
  standing: api.standing.use(reading('standards.standing', 'unions.view')).handler(run(standing)),
  missing: api.missing.use(reading('standards.missing', 'unions.view')).handler(run(missing)),
  gaps: api.gaps.use(reading('standards.gaps', 'unions.view')).handler(run(gaps)),
  export: api.export.use(acting('standards.export', 'members.exchange')).handler(run(exportMany)),
  openEvidence: api.openEvidence.use(acting('standards.openEvidence', 'unions.view')).handler(run(openEvidence)),
})
