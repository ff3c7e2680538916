import { pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The post that a sign-in session acts under; a null post means: as oneself. */
export const actingAs = pgTable('acting_as', {
  session: uuid().primaryKey(),
  account: uuid().notNull(),
  appointmentId: uuid(),
  at: timestamp({ withTimezone: true }).notNull(),
})
