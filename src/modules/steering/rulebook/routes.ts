import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import * as documents from './usecases/documents.ts'
import { law } from './usecases/here.ts'
import { impact } from './usecases/impact.ts'
import { clocks, exportMany, get, search } from './usecases/library.ts'
import { rule, withdraw } from './usecases/ruling.ts'
import { loadYear, year, yearImpact } from './usecases/years.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  law: api.law.use(reading('rulebook.law', 'self')).handler(run(law)),
  search: api.search.use(reading('rulebook.search', 'self')).handler(run(search)),
  get: api.get.use(reading('rulebook.get', 'self')).handler(run(get)),
  clocks: api.clocks.use(reading('rulebook.clocks', 'unions.view')).handler(run(clocks)),
  impact: api.impact.use(reading('rulebook.impact', 'system.manage')).handler(run(impact)),
  rule: api.rule.use(acting('rulebook.rule', 'system.manage')).handler(run(rule)),
  withdraw: api.withdraw.use(acting('rulebook.withdraw', 'system.manage')).handler(run(withdraw)),
  year: api.year.use(reading('rulebook.year', 'self')).handler(run(year)),
  yearImpact: api.yearImpact.use(reading('rulebook.yearImpact', 'system.manage')).handler(run(yearImpact)),
  loadYear: api.loadYear.use(acting('rulebook.loadYear', 'system.manage')).handler(run(loadYear)),
  documents: api.documents.use(reading('rulebook.documents', 'self')).handler(run(documents.list)),
  document: api.document.use(reading('rulebook.document', 'self')).handler(run(documents.get)),
  fileDocument: api.fileDocument.use(acting('rulebook.fileDocument', 'system.manage')).handler(run(documents.file)),
  endDocument: api.endDocument.use(acting('rulebook.endDocument', 'system.manage')).handler(run(documents.end)),
  export: api.export.use(acting('rulebook.export', 'unions.view')).handler(run(exportMany)),
})
