import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { audience } from './usecases/audience.ts'
import { open, remind, reply } from './usecases/exchanging.ts'
import { figures } from './usecases/figuring.ts'
import { exportReceipts, file } from './usecases/filing.ts'
import { counts, get, list, receipts } from './usecases/reading.ts'
import { decide, set, setting, submit, withdraw } from './usecases/releasing.ts'
import { correct, save } from './usecases/writing.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('information.list', 'unions.view')).handler(run(list)),
  counts: api.counts.use(reading('information.counts', 'unions.view')).handler(run(counts)),
  get: api.get.use(reading('information.get', 'unions.view')).handler(run(get)),
  audience: api.audience.use(reading('information.audience', 'unions.file')).handler(run(audience)),
  save: api.save.use(acting('information.save', 'unions.file')).handler(run(save)),
  submit: api.submit.use(acting('information.submit', 'unions.file')).handler(run(submit)),
  decide: api.decide.use(acting('information.decide', 'unions.approve')).handler(run(decide)),
  correct: api.correct.use(acting('information.correct', 'unions.file')).handler(run(correct)),
  withdraw: api.withdraw.use(acting('information.withdraw', 'unions.file')).handler(run(withdraw)),
  open: api.open.use(acting('information.open', 'unions.view')).handler(run(open)),
  reply: api.reply.use(acting('information.reply', 'unions.file')).handler(run(reply)),
  remind: api.remind.use(acting('information.remind', 'unions.file')).handler(run(remind)),
  receipts: api.receipts.use(reading('information.receipts', 'unions.view')).handler(run(receipts)),
  figures: api.figures.use(reading('information.figures', 'unions.view')).handler(run(figures)),
  setting: api.setting.use(reading('information.setting', 'unions.view')).handler(run(setting)),
  set: api.set.use(acting('information.set', 'unions.approve')).handler(run(set)),
  export: api.export.use(acting('information.export', 'members.exchange')).handler(run(exportReceipts)),
  file: api.file.use(acting('information.file', 'unions.view')).handler(run(file)),
})
