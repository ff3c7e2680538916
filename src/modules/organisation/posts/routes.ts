import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { administrators, appointAdministrator, confirmAuditor, endAdministrator } from './usecases/administrators.ts'
import { amend, appoint, end, extend } from './usecases/appointing.ts'
import { handOver } from './usecases/handover.ts'
import { adjustKind, kindHistory, kinds } from './usecases/kinds.ts'
import { exportCommittees, overview } from './usecases/overview.ts'
import { candidates, exportMany, get, list, ofUnion } from './usecases/reading.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  kinds: api.kinds.use(reading('posts.kinds', 'posts.view')).handler(run(kinds)),
  kindHistory: api.kindHistory.use(reading('posts.kindHistory', 'posts.view')).handler(run(kindHistory)),
  adjustKind: api.adjustKind.use(acting('posts.adjustKind', 'security.manage')).handler(run(adjustKind)),
  ofUnion: api.ofUnion.use(reading('posts.ofUnion', 'posts.view')).handler(run(ofUnion)),
  list: api.list.use(reading('posts.list', 'posts.view')).handler(run(list)),
  exportCommittees: api.exportCommittees.use(acting('posts.exportCommittees', 'members.exchange')).handler(run(exportCommittees)),
  export: api.export.use(acting('posts.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('posts.get', 'posts.view')).handler(run(get)),
  candidates: api.candidates.use(reading('posts.candidates', 'posts.name')).handler(run(candidates)),
  appoint: api.appoint.use(acting('posts.appoint', 'posts.manage')).handler(run(appoint)),
  amend: api.amend.use(acting('posts.amend', 'posts.manage')).handler(run(amend)),
  extend: api.extend.use(acting('posts.extend', 'posts.manage')).handler(run(extend)),
  end: api.end.use(acting('posts.end', 'posts.manage')).handler(run(end)),
  handOver: api.handOver.use(acting('posts.handOver', 'posts.manage')).handler(run(handOver)),
  appointAdministrator: api.appointAdministrator
    .use(acting('posts.appointAdministrator', 'posts.name'))
    .handler(run(appointAdministrator)),
  confirmAuditor: api.confirmAuditor.use(acting('posts.confirmAuditor', 'posts.manage')).handler(run(confirmAuditor)),
  endAdministrator: api.endAdministrator.use(acting('posts.endAdministrator', 'posts.name')).handler(run(endAdministrator)),
  administrators: api.administrators.use(reading('posts.administrators', 'posts.view')).handler(run(administrators)),
  overview: api.overview.use(reading('posts.overview', 'posts.view')).handler(run(overview)),
})
