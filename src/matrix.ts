import { cadres } from './matrix/cadres.ts'
import { congress } from './matrix/congress.ts'
import { deputies } from './matrix/deputies.ts'
import { appraisals } from './matrix/appraisals.ts'
import { decisions } from './matrix/decisions.ts'
import { disclosure } from './matrix/disclosure.ts'
import { elections } from './matrix/elections.ts'
import { founding } from './matrix/founding.ts'
import { day, ofUnion, unknown, type Row } from './matrix/inputs.ts'
import { membership } from './matrix/membership.ts'
import { network } from './matrix/network.ts'
import { notices } from './matrix/notices.ts'
import { people } from './matrix/people.ts'
import { proposals } from './matrix/proposals.ts'
import { alarms } from './matrix/alarms.ts'
import { supervision } from './matrix/supervision.ts'
import { rulebook } from './matrix/rulebook.ts'
import { visits } from './matrix/visits.ts'

export type { Foreign, Place, Row } from './matrix/inputs.ts'

/**
 * Who may call what: one line a call, walked by `matrix.test.ts` against every kind of post and against one's own, another and a
 * superior's union. A call without a line fails the test.
 *
 * A new call: `'hardship.get': ['care.view', 'missing', ({ union }) => ({ id: union })]`, which says
 *   1. the power it takes (`self`: signed in; `anyone`: the public);
 *   2. what somebody who holds that power elsewhere is answered about this place:
 *      `missing`  404, and the own union and its superiors are not answered 404;
 *      `silent`   an answer that carries nothing of the other place (a list, a count);
 *      `byId`     404, about a record that only its own module can make: there its test of the stranger proves the other half;
 *      `own`      the call names no place: it answers from one's own scope, and nothing of another place is in it;
 *      `open`     public by design, the same for everybody;
 *   3. a valid input about a place (its union, a member, an appointment, an account, an employer). Left out when the call takes none.
 * More kinds of record: add them to `Place` and to `furnish` in the test.
 */
export const matrix: Record<string, Row> = {
  ...network,
  ...people,
  ...membership,
  ...founding,
  ...elections,
  ...supervision,
  ...alarms,
  ...visits,
  ...congress,
  ...deputies,
  ...proposals,
  ...disclosure,
  ...decisions,
  ...appraisals,
  ...notices,
  ...cadres,
  ...rulebook,

  'imports.begin': ['members.exchange', 'byId', (place) => ({ upload: unknown.id, kind: 'members', ...ofUnion(place) })],
  'imports.list': ['members.exchange', 'own', () => ({})],
  'imports.get': ['members.exchange', 'byId', () => unknown],
  'imports.remap': ['members.exchange', 'byId', () => ({ ...unknown, mapping: [] })],
  'imports.check': ['members.exchange', 'byId', () => unknown],
  'imports.mend': ['members.exchange', 'byId', () => ({ ...unknown, sheetIndex: 0, row: 2, values: {} })],
  'imports.commit': ['members.exchange', 'byId', () => unknown],
  'imports.undo': ['members.exchange', 'byId', () => unknown],
  'imports.progress': ['members.exchange', 'own', () => unknown],
  'imports.marked': ['members.exchange', 'byId', () => unknown],
  'imports.blank': ['members.exchange', 'own', () => ({ kind: 'members' })],

  'insight.overview': ['statistics.view', 'missing', ofUnion],
  'insight.groups': ['statistics.view', 'missing', ofUnion],
  'insight.breakdown': ['statistics.view', 'missing', (place) => ({ ...ofUnion(place), by: 'kind' })],
  'insight.trend': ['statistics.view', 'missing', (place) => ({ ...ofUnion(place), from: '2025-12-01', to: day, step: 'month' })],
  'insight.records': ['statistics.view', 'missing', (place) => ({ ...ofUnion(place), figure: 'standing', value: 'member' })],
  'system.overview': ['system.manage', 'own'],
  'system.run': ['system.manage', 'byId', () => ({ name: 'no such job' })],
  'system.locate': ['system.manage', 'own', () => ({ division: null })],
  'system.dictionary': ['security.manage', 'own'],

  'insight.export': ['members.exchange', 'silent', (place) => ({ ...ofUnion(place), by: 'kind' })],
}
