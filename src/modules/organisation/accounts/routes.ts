import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import {
  askReset,
  confirmReset,
  invite,
  list,
  lock,
  reset,
  resets,
  signOut,
  unlock,
  withoutAccount,
} from './usecases/accounts.ts'
import { exportJournal, list as journal, verifyJournal } from './usecases/journal.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('accounts.list', 'accounts.manage')).handler(run(list)),
  withoutAccount: api.withoutAccount.use(reading('accounts.withoutAccount', 'accounts.manage')).handler(run(withoutAccount)),
  invite: api.invite.use(acting('accounts.invite', 'accounts.manage')).handler(run(invite)),
  lock: api.lock.use(acting('accounts.lock', 'accounts.manage')).handler(run(lock)),
  unlock: api.unlock.use(acting('accounts.unlock', 'accounts.manage')).handler(run(unlock)),
  signOut: api.signOut.use(acting('accounts.signOut', 'accounts.manage')).handler(run(signOut)),
  askReset: api.askReset.use(acting('accounts.askReset', 'accounts.manage')).handler(run(askReset)),
  resets: api.resets.use(reading('accounts.resets', 'posts.manage')).handler(run(resets)),
  confirmReset: api.confirmReset.use(acting('accounts.confirmReset', 'posts.manage')).handler(run(confirmReset)),
  reset: api.reset.use(acting('accounts.reset', 'accounts.manage')).handler(run(reset)),
  journal: api.journal.use(reading('accounts.journal', 'audit.view')).handler(run(journal)),
  exportJournal: api.exportJournal.use(acting('accounts.exportJournal', 'audit.view')).handler(run(exportJournal)),
  verifyJournal: api.verifyJournal.use(reading('accounts.verifyJournal', 'audit.view')).handler(run(verifyJournal)),
})
