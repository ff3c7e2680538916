import { day, ofUnion, reason, unknown, type Row } from './inputs.ts'

const one = { ...unknown, version: 1 }
const ofElection = { electionId: unknown.id }
const plan = {
  ...{ assembly: 'assembly', termNumber: 1, termYears: 3, ways: ['paper'], tieBreak: 'runOff', hasPrimary: false },
  ...{ meetingOn: null, place: '', lead: '', note: '' },
}
const draft = {
  plan,
  contests: [{ post: 'committee', title: '委员', seats: 3, candidatesWanted: 4, electorate: 'assembly' }],
  motion: null,
}
const sheet = { issued: 0, returned: 0, invalid: 0, lines: [] }
const ties = { isHead: false, isRelativeOfHead: false, isPersonnelHead: false, isForeign: false, handlesMoney: false }
const candidate = { ...unknown, isFrontLine: true, isModel: false, isManager: false, job: '', ties }

/** Calls about elections: an election is made by its own module, whose tests prove the other half of `byId`. */
export const elections: Record<string, Row> = {
  'elections.facts': ['unions.view', 'missing', (place) => ({ ...ofUnion(place), kind: 'term' })],
  'elections.list': ['unions.view', 'own', () => ({})],
  'elections.figures': ['unions.view', 'own'],
  'elections.export': ['members.exchange', 'own', () => ({})],
  'elections.get': ['unions.view', 'byId', () => unknown],
  'elections.document': ['unions.view', 'byId', () => ({ ...unknown, set: '' })],
  'elections.roll': ['unions.view', 'byId', () => unknown],
  'elections.open': ['unions.file', 'missing', (place) => ({ ...draft, ...ofUnion(place), kind: 'deputies' })],
  'elections.save': ['unions.file', 'byId', () => ({ ...one, ...draft })],
  'elections.withdraw': ['unions.file', 'byId', () => ({ ...one, reason })],
  'elections.skip': ['unions.file', 'byId', () => ({ ...one, step: 'notice', reason })],
  'elections.file': ['unions.file', 'byId', () => ({ ...one, what: 'plan' })],
  'elections.answer': ['unions.approve', 'byId', () => ({ filingId: unknown.id, answer: 'agreed', number: '工发 1 号' })],
  'elections.drawRoll': ['unions.file', 'byId', () => one],
  'elections.enrol': ['unions.file', 'byId', ({ member }) => ({ ...ofElection, memberId: member, reason })],
  'elections.strike': ['unions.file', 'byId', () => ({ ...unknown, reason })],
  'elections.publishRoll': ['unions.file', 'byId', () => ({ ...one, until: day })],
  'elections.freezeRoll': ['unions.file', 'byId', () => one],
  'elections.challenge': [
    'unions.file',
    'byId',
    () => ({ ...ofElection, about: 'roll', candidateId: null, who: '会员', body: reason }),
  ],
  'elections.challengeMine': ['self', 'byId', () => ({ ...ofElection, about: 'roll', candidateId: null, body: reason })],
  'elections.answerChallenge': ['unions.file', 'byId', () => ({ ...unknown, answer: 'refused', reply: reason })],
  'elections.recommend': [
    'unions.file',
    'byId',
    ({ member, union }) => ({ contestId: unknown.id, memberId: member, unitId: union, supporters: 3 }),
  ],
  'elections.check': ['unions.file', 'byId', () => candidate],
  'elections.shortlist': ['unions.file', 'byId', () => ({ contestId: unknown.id, candidateIds: [] })],
  'elections.consent': ['unions.file', 'byId', () => ({ ...unknown, isWilling: true })],
  'elections.consentMine': ['self', 'byId', () => ({ ...unknown, isWilling: true })],
  'elections.drop': ['unions.file', 'byId', () => ({ ...unknown, reason })],
  'elections.completeNomination': ['unions.file', 'byId', () => one],
  'elections.publishCandidates': ['unions.file', 'byId', () => ({ ...one, until: day })],
  'elections.doorCode': ['unions.file', 'byId', () => unknown],
  'elections.arrive': ['unions.file', 'byId', () => ({ ...ofElection, rollIds: [unknown.id], isPresent: true })],
  'elections.arriveMine': ['self', 'byId', () => ({ ...ofElection, code: '00000000' })],
  'elections.start': ['unions.file', 'byId', () => one],
  'elections.adopt': [
    'unions.file',
    'byId',
    ({ member }) => ({ ...one, officers: [{ role: 'teller', memberId: member }], yes: 1, rulesYes: 1 }),
  ],
  'elections.openRounds': ['unions.file', 'byId', () => ({ ...ofElection, contestIds: [unknown.id] })],
  'elections.giveBallot': ['unions.file', 'byId', () => ({ ...ofElection, rollId: unknown.id })],
  'elections.giveSlip': ['unions.file', 'byId', () => ({ ...ofElection, rollId: unknown.id })],
  'elections.closeRounds': ['unions.file', 'byId', () => unknown],
  'elections.enterCount': ['unions.file', 'byId', () => ({ roundId: unknown.id, tellerId: unknown.id, code: '000000', sheet })],
  'elections.resolveCount': ['unions.file', 'byId', () => ({ ...unknown, sheet, reason })],
  'elections.settle': ['unions.file', 'byId', () => unknown],
  'elections.leaveOpen': ['unions.file', 'byId', () => ({ contestId: unknown.id, reason, yes: null })],
  'elections.announce': ['unions.file', 'byId', () => one],
  'elections.mine': ['self', 'own'],
  'elections.own': ['self', 'byId', () => unknown],
  'elections.announced': ['anyone', 'open', () => ({})],
  'elections.result': ['anyone', 'byId', () => unknown],
}
