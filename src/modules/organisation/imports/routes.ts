import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { begin, blank, check, commit, get, list, marked, mend, progress, remap, undo } from './usecases.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  begin: api.begin.use(acting('imports.begin', 'members.exchange')).handler(run(begin)),
  list: api.list.use(reading('imports.list', 'members.exchange')).handler(run(list)),
  get: api.get.use(reading('imports.get', 'members.exchange')).handler(run(get)),
  remap: api.remap.use(acting('imports.remap', 'members.exchange')).handler(run(remap)),
  check: api.check.use(acting('imports.check', 'members.exchange')).handler(run(check)),
  mend: api.mend.use(acting('imports.mend', 'members.exchange')).handler(run(mend)),
  commit: api.commit.use(acting('imports.commit', 'members.exchange')).handler(run(commit)),
  undo: api.undo.use(acting('imports.undo', 'members.exchange')).handler(run(undo)),
  progress: api.progress.use(reading('imports.progress', 'members.exchange')).handler(run(progress)),
  marked: api.marked.use(acting('imports.marked', 'members.exchange')).handler(run(marked)),
  blank: api.blank.use(acting('imports.blank', 'members.exchange')).handler(run(blank)),
})
