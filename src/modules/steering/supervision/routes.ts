import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import { issueTicket } from '#platform/files'
import type { Caller, Session } from '#platform/session'
import { contract, type Listing } from './contract.ts'
import { assemblies, recordAssembly, withdrawAssembly } from './usecases/assemblies.ts'
import { endFeed, feed, renewFeed } from './usecases/feed.ts'
import { excuse, get } from './usecases/one.ts'
import { calendar, clocks, figures } from './usecases/picture.ts'
import { list } from './usecases/reading.ts'
import { closeUrge, reply, urge, urges } from './usecases/urging.ts'

const api = implement(contract).$context<Caller>()
const exporting = (session: Session, filter: Listing) => issueTicket(session, 'supervision.export', filter)

export const routes = api.router({
  list: api.list.use(reading('supervision.list', 'unions.view')).handler(run(list)),
  export: api.export.use(acting('supervision.export', 'members.exchange')).handler(run(exporting)),
  get: api.get.use(reading('supervision.get', 'unions.view')).handler(run(get)),
  calendar: api.calendar.use(reading('supervision.calendar', 'unions.view')).handler(run(calendar)),
  figures: api.figures.use(reading('supervision.figures', 'unions.view')).handler(run(figures)),
  clocks: api.clocks.use(reading('supervision.clocks', 'unions.view')).handler(run(clocks)),
  excuse: api.excuse.use(acting('supervision.excuse', 'unions.approve')).handler(run(excuse)),
  urge: api.urge.use(acting('supervision.urge', 'unions.approve')).handler(run(urge)),
  urges: api.urges.use(reading('supervision.urges', 'unions.view')).handler(run(urges)),
  reply: api.reply.use(acting('supervision.reply', 'unions.view')).handler(run(reply)),
  closeUrge: api.closeUrge.use(acting('supervision.closeUrge', 'unions.approve')).handler(run(closeUrge)),
  recordAssembly: api.recordAssembly.use(acting('supervision.recordAssembly', 'unions.file')).handler(run(recordAssembly)),
  withdrawAssembly: api.withdrawAssembly
    .use(acting('supervision.withdrawAssembly', 'unions.file'))
    .handler(run(withdrawAssembly)),
  assemblies: api.assemblies.use(reading('supervision.assemblies', 'unions.view')).handler(run(assemblies)),
  feed: api.feed.use(reading('supervision.feed', 'self')).handler(run(feed)),
  renewFeed: api.renewFeed.use(acting('supervision.renewFeed', 'self')).handler(run(renewFeed)),
  endFeed: api.endFeed.use(acting('supervision.endFeed', 'self')).handler(run(endFeed)),
})
