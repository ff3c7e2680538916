import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { firstFederation } from '#modules/organisation/accounts'
import { scopeOfDivision } from '#law/place'
import { refuse } from '#law/verdict'
import { mayBeAt } from '#rules/steering/system'
import { everywhere, within } from '#platform/db'
import { appendLine } from '#platform/journal'
import { contentOf } from '#platform/requests'
import { dayOf, enforce } from '#platform/session'

type First = { accountId: string; name: string; federation: string; division?: string | undefined }

/** Founds the first federation for the first account, and says which person the account belongs to. */
export const federate = (pool: pg.Pool, region: string, first: First) =>
  within(pool, { region, role: 'post', ...everywhere, account: first.accountId }, async (db) => {
    enforce(first.federation.length < 4 ? refuse('setup.name', '请写工会的全称，如“永安区总工会”') : null)
    enforce(mayBeAt(first.division))
    const now = new Date()
    if (first.division) await db.execute(sql`update regions set division = ${first.division} where name = ${region}`)
    const session = {
      db,
      region,
      place: scopeOfDivision(first.division),
      now,
      today: dayOf(now),
      line: {},
      user: { account: first.accountId, powers: [] },
    }
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
