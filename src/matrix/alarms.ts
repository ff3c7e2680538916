import { ofUnion, reason, unknown, type Row } from './inputs.ts'

const many = { ids: [unknown.id] }

/** Calls about alarms and the first screen. */
export const alarms: Record<string, Row> = {
  'alarms.list': ['unions.view', 'missing', ofUnion],
  'alarms.export': ['members.exchange', 'own', () => ({})],
  'alarms.figures': ['unions.view', 'missing', ofUnion],
  'alarms.get': ['unions.view', 'byId', () => unknown],
  'alarms.makeUp': ['statistics.view', 'missing', ofUnion],
  'alarms.urge': ['unions.approve', 'byId', () => ({ ...many, body: reason, replyBy: '2027-01-01' })],
  'alarms.reply': ['unions.file', 'byId', () => ({ ...unknown, body: reason })],
  'alarms.note': ['unions.approve', 'byId', () => ({ ...many, reason, untilOn: '2027-01-01' })],
  'today.picture': ['unions.view', 'missing', ofUnion],
  'today.done': ['unions.view', 'own', () => ({})],
}
