import type pg from 'pg'
import { firstFederation } from '#modules/organisation/accounts'
import { refuse } from '#law/verdict'
import { everywhere, within } from '#platform/db'
import { appendLine } from '#platform/journal'
import { contentOf } from '#platform/requests'
import { dayOf, enforce } from '#platform/session'

/** Founds the first federation for the first account, and says which person the account belongs to. */
export const federate = (pool: pg.Pool, region: string, first: { accountId: string; name: string; federation: string }) =>
  within(pool, { region, role: 'post', ...everywhere, account: first.accountId }, async (db) => {
    enforce(first.federation.length < 4 ? refuse('setup.name', '请写工会的全称，如“永安区总工会”') : null)
    const now = new Date()
    const session = { db, region, now, today: dayOf(now), line: {}, user: { account: first.accountId, powers: [] } }
    const { union, person } = await firstFederation(session, { federationName: first.federation, adminName: first.name })
    await appendLine(db, {
      act: 'unions.setup',
      actor: first.accountId,
      unionId: union.id,
      subject: union.id,
      at: now,
      content: contentOf('unions.setup', first.federation),
    })
    return [{ region, personId: person.id }]
  })
