import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { add, close, correct, rename, setTemplate, shift, templates } from './usecases/keeping.ts'
import { exportMany, list } from './usecases/list.ts'
import { asOf, children, directory, get, history, outline, search, top } from './usecases/tree.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  top: api.top.use(reading('unions.top', 'unions.view')).handler(run(top)),
  children: api.children.use(reading('unions.children', 'unions.view')).handler(run(children)),
  get: api.get.use(reading('unions.get', 'unions.view')).handler(run(get)),
  search: api.search.use(reading('unions.search', 'unions.view')).handler(run(search)),
  list: api.list.use(reading('unions.list', 'unions.view')).handler(run(list)),
  export: api.export.use(acting('unions.export', 'members.exchange')).handler(run(exportMany)),
  outline: api.outline.use(reading('unions.outline', 'unions.view')).handler(run(outline)),
  asOf: api.asOf.use(reading('unions.asOf', 'unions.view')).handler(run(asOf)),
  history: api.history.use(reading('unions.history', 'unions.view')).handler(run(history)),
  directory: api.directory.use(reading('unions.directory', 'anyone')).handler(run(directory)),
  add: api.add.use(acting('unions.add', 'unions.file')).handler(run(add)),
  rename: api.rename.use(acting('unions.rename', 'unions.file')).handler(run(rename)),
  shift: api.shift.use(acting('unions.shift', 'unions.file')).handler(run(shift)),
  close: api.close.use(acting('unions.close', 'unions.file')).handler(run(close)),
  correct: api.correct.use(acting('unions.correct', 'unions.file')).handler(run(correct)),
  templates: api.templates.use(reading('unions.templates', 'anyone')).handler(run(templates)),
  setTemplate: api.setTemplate.use(acting('unions.setTemplate', 'system.manage')).handler(run(setTemplate)),
})
