import { sql } from 'drizzle-orm'
import { type Clock, factsBy, inReach, inside, applied } from '#platform/duties'
import { dueBefore } from '#law/deadlines'

export const clocks: Clock[] = [
  {
    id: 'P10',
    title: '落实领导作出的决定',
    reads: ['leadership_decisions'],
    owedBy: ['chair', 'organiser', 'fullTimeViceChair', 'secretaryGeneral'],
    statutes: ['DUTY-01.warnShort'],
    way: { title: '登记落实结果', to: '/leadership/:union' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select union_id as "unionId", id as subject, decided_on::text as since, due_on::text as "dueOn", done_on::text as "endedOn"
        from leadership_decisions where true ${inReach(reach, 'union_path')}`,
      ),
    // The decision fixes its own day; no law is asked but when to remind.
    when(fact, law) {
      const reminder = law.on('DUTY-01.warnShort', fact.since, fact)
      const days = reminder.value.map((n) => dueBefore(fact.dueOn!, { n, unit: 'day' }, law.calendar))
      return {
        dueOn: fact.dueOn!,
        lastDay: fact.dueOn!,
        warnOn: inside(fact.since, fact.dueOn!, days),
        law: [applied(law, reminder)],
        reading: '决定中写明的完成日期',
      }
    },
  },
]
