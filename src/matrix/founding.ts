import { day, type Place, reason, type Row, unknown } from './inputs.ts'

const project = ({ parent, name }: Place) => ({
  ...{
    superiorId: parent,
    form: 'unit',
    unitType: 'privateEnterprise',
    body: 'committee',
    name: '工会委员会',
    sector: null,
    place: null,
  },
  ...{ plan: '', electionOn: null, candidates: [] },
  units: [{ name, creditCode: null, unitKind: 'enterprise', headcount: 9, women: null, setUpOn: null }],
})

/** Calls about the founding of a union. */
export const founding: Record<string, Row> = {
  'founding.lookUp': ['self', 'open', () => ({ creditCode: '91110105MA00000012' })],
  'founding.open': ['self', 'own', (place) => project(place)],
  'founding.mine': ['self', 'own'],
  'founding.own': ['self', 'byId', () => unknown],
  'founding.save': ['self', 'byId', (place) => ({ ...project(place), ...unknown, version: 1 })],
  'founding.saveTask': [
    'self',
    'byId',
    () => ({ foundingId: unknown.id, kind: 'other', title: '印制表格', ownerId: null, dueOn: null, doneOn: null, paper: null }),
  ],
  'founding.dropTask': ['self', 'byId', () => unknown],
  'founding.saveMeeting': [
    'self',
    'byId',
    () => ({
      ...{
        foundingId: unknown.id,
        kind: 'course',
        title: '工会知识课',
        onDay: day,
        place: null,
        invited: 9,
        attendance: [],
        joined: 0,
      },
    }),
  ],
  'founding.enterSignatures': [
    'self',
    'byId',
    () => ({
      foundingId: unknown.id,
      rows: [{ unitId: null, name: '吴强', idNumber: '110105199003070017', mobile: null, signedOn: day }],
    }),
  ],
  'founding.dropSignature': ['self', 'byId', () => ({ ...unknown, reason })],
  'founding.addMember': [
    'self',
    'byId',
    () => ({ foundingId: unknown.id, side: 'party', duty: '', supporterId: null, name: '孙洁' }),
  ],
  'founding.dropMember': ['self', 'byId', () => unknown],
  'founding.file': ['self', 'byId', () => ({ ...unknown, version: 1 })],
  'founding.withdraw': ['self', 'byId', () => ({ ...unknown, version: 1, reason })],
  'founding.report': [
    'self',
    'byId',
    () => ({
      ...{ ...unknown, version: 1 },
      election: { electedOn: day, meeting: 'assembly', expected: 9, present: 9, paper: '选举结果报告', chair: '赵海', seats: 3 },
    }),
  ],
  'founding.invitation': ['anyone', 'open', () => ({ code: 'nobodysproject0000' })],
  'founding.sign': [
    'anyone',
    'open',
    () => ({
      ...{ code: 'nobodysproject0000', unitId: null, name: '吴强', idNumber: '110105199003070017', mobile: null, textVersion: 1 },
    }),
  ],
  'founding.takeBack': ['anyone', 'open', () => ({ code: 'nobodysproject0000', receipt: unknown.id })],
  'founding.export': ['members.exchange', 'own', () => ({})],
  'founding.list': ['unions.view', 'own', () => ({})],
  'founding.get': ['unions.view', 'byId', () => unknown],
  'founding.sendBack': ['unions.approve', 'byId', () => ({ ...unknown, version: 1, items: [{ item: 'unit', reason }] })],
  'founding.approve': ['unions.approve', 'byId', () => ({ ...unknown, version: 1, number: '东工发〔2026〕3 号', termYears: 3 })],
  'founding.confirm': ['unions.approve', 'byId', () => ({ ...unknown, version: 1 })],
  'founding.figures': ['unions.view', 'own'],
}
