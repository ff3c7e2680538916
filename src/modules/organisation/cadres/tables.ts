import { boolean, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { Task } from './rules/tasks.ts'

const ofCadre = {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  memberId: uuid().notNull(),
}
const moment = () => timestamp({ withTimezone: true })

export const agreements = pgTable('cadre_time_agreements', {
  ...ofCadre,
  hoursPerMonth: integer().notNull(),
  basis: text().notNull(),
  fromOn: date().notNull(),
  untilOn: date(),
  recordedAt: moment().notNull(),
})

export const hours = pgTable('cadre_hours', {
  ...ofCadre,
  onDay: date().notNull(),
  minutes: integer().notNull(),
  task: text().$type<Task>().notNull(),
  inWorkTime: boolean().notNull(),
  note: text(),
  recordedAt: moment().notNull(),
})

export const dictionary = personal(hours, {
  note: {
    title: '工会工作内容',
    purpose: '保障兼职干部工会工作时间（工会法 第四十一条）',
    basis: 'duty',
    retention: '随干部档案保存',
  },
})
