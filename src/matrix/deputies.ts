import { day, ofUnion, reason, unknown, type Row } from './inputs.ts'

const vote = { staff: 10, present: 8, inFavour: 7 }
const force = { staff: 100, women: 40, scope: 'unit' }
const units = [{ name: '一车间', coversUnionId: null, staff: 100, seats: 30 }]

/** Calls about the deputies of the workers' congress. */
export const deputies: Record<string, Row> = {
  'deputies.overview': ['democracy.view', 'missing', ofUnion],
  'deputies.draft': ['democracy.manage', 'missing', ofUnion],
  'deputies.quota': ['democracy.view', 'missing', (place) => ({ ...ofUnion(place), ...force })],
  'deputies.list': ['democracy.view', 'missing', ofUnion],
  'deputies.export': ['members.exchange', 'own', ofUnion],
  'deputies.open': [
    'democracy.manage',
    'missing',
    (place) => ({ ...ofUnion(place), ...force, number: 1, startsOn: day, endsOn: '2029-03-01', units, reason }),
  ],
  'deputies.delay': ['democracy.manage', 'byId', () => ({ ...unknown, until: '2030-03-01', why: reason })],
  'deputies.record': [
    'democracy.manage',
    'byId',
    ({ member }) => ({
      ...{ unitId: unknown.id, memberId: member, job: null, isManager: false, isFrontLine: true },
      ...{ electedOn: day, vote, evidence: null },
    }),
  ],
  'deputies.takeElected': ['democracy.manage', 'byId', () => ({ termId: unknown.id })],
  'deputies.recall': ['democracy.manage', 'byId', () => ({ ...unknown, on: day, vote, why: reason })],
  'deputies.end': ['democracy.manage', 'byId', () => ({ ...unknown, on: day, by: 'left', why: reason })],
  'deputies.form': [
    'democracy.manage',
    'byId',
    ({ member }) => ({
      ...{ termId: unknown.id, title: '提案审查委员会', members: [{ memberId: member, isHead: true }] },
      ...{ adoptedOn: null, adoptedAt: null },
    }),
  ],
  'deputies.dissolve': ['democracy.manage', 'byId', () => ({ ...unknown, on: day })],
  'deputies.mine': ['self', 'own'],
}
