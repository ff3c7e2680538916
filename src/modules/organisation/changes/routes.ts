import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { approve, record, register, sendBack, undo } from './usecases/deciding.ts'
import { file, listChains, save, setChain, withdraw } from './usecases/filing.ts'
import { relocate } from './usecases/relocating.ts'
import { exportMany, figures, get, list } from './usecases/reading.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('changes.list', 'unions.view')).handler(run(list)),
  export: api.export.use(acting('changes.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('changes.get', 'unions.view')).handler(run(get)),
  save: api.save.use(acting('changes.save', 'unions.file')).handler(run(save)),
  file: api.file.use(acting('changes.file', 'unions.file')).handler(run(file)),
  withdraw: api.withdraw.use(acting('changes.withdraw', 'unions.file')).handler(run(withdraw)),
  sendBack: api.sendBack.use(acting('changes.sendBack', 'unions.approve')).handler(run(sendBack)),
  approve: api.approve.use(acting('changes.approve', 'unions.approve')).handler(run(approve)),
  relocate: api.relocate.use(acting('changes.relocate', 'unions.approve')).handler(run(relocate)),
  record: api.record.use(acting('changes.record', 'unions.file')).handler(run(record)),
  undo: api.undo.use(acting('changes.undo', 'unions.approve')).handler(run(undo)),
  register: api.register.use(acting('changes.register', 'unions.file')).handler(run(register)),
  chains: api.chains.use(reading('changes.chains', 'unions.view')).handler(run(listChains)),
  setChain: api.setChain.use(acting('changes.setChain', 'system.manage')).handler(run(setChain)),
  figures: api.figures.use(reading('changes.figures', 'unions.view')).handler(run(figures)),
})
