import { day, ofUnion, reason, unknown, type Row } from './inputs.ts'

const ofMember = ({ member }: { member: string }) => ({ memberId: member })
const course = {
  ...{ kind: 'subject', title: '劳动法律法规', subjects: ['law'], content: '', teacher: null, place: null },
  ...{ startsOn: day, endsOn: day, enrolUntil: day, hours: 8, capacity: 30, leastDays: 1, passMark: null },
}
const versioned = () => ({ ...unknown, version: 1 })

/** Calls about cadres: what is asked of them, their courses, their files. */
export const cadres: Record<string, Row> = {
  'competences.catalogue': ['self', 'own'],
  'competences.history': ['self', 'own'],
  'competences.change': [
    'posts.manage',
    'own',
    () => ({
      items: [
        {
          ...{ key: 'law', title: '法律法规', group: 'knowledge' },
          wanted: { leader: 3, officer: 2, member: 2, audit: 2, women: 2, mediation: 3, protection: 3, branch: 2 },
        },
      ],
      reason,
    }),
  ],
  'competences.mine': ['self', 'own'],
  'competences.rateMine': ['self', 'own', () => ({ levels: { law: 2 } })],
  'competences.ofCadre': ['posts.view', 'missing', ofMember],
  'competences.confirm': ['posts.manage', 'missing', (place) => ({ ...ofMember(place), levels: { law: 2 } })],
  'competences.gaps': ['posts.view', 'missing', ofUnion],
  'competences.unions': ['posts.view', 'own', () => ({})],

  'cadreCourses.list': ['posts.view', 'own', () => ({})],
  'cadreCourses.get': ['posts.view', 'byId', () => unknown],
  'cadreCourses.trainees': ['posts.view', 'byId', () => ({ courseId: unknown.id })],
  'cadreCourses.save': ['posts.manage', 'own', () => course],
  'cadreCourses.publish': ['posts.manage', 'byId', versioned],
  'cadreCourses.cancel': ['posts.manage', 'byId', () => ({ ...versioned(), why: reason })],
  'cadreCourses.enrolMany': ['posts.manage', 'byId', (place) => ({ courseId: unknown.id, memberIds: [place.member] })],
  'cadreCourses.withdrawOne': ['posts.manage', 'byId', () => unknown],
  'cadreCourses.code': ['posts.manage', 'byId', () => unknown],
  'cadreCourses.attend': [
    'posts.manage',
    'byId',
    () => ({ courseId: unknown.id, onDay: day, trainingId: unknown.id, isPresent: true }),
  ],
  'cadreCourses.mark': ['posts.manage', 'byId', () => ({ ...unknown, mark: 80 })],
  'cadreCourses.close': ['posts.manage', 'byId', versioned],
  'cadreCourses.record': [
    'posts.manage',
    'missing',
    (place) => ({
      ...ofMember(place),
      ...{ kind: 'qualification', title: '主席上岗培训', subjects: ['law'], hours: 24, organiser: '市总工会干部学校' },
      ...{ startsOn: day, completedOn: day, certificateNumber: null },
    }),
  ],
  'cadreCourses.trainings': ['posts.view', 'silent', ({ name }) => ({ text: name })],
  'cadreCourses.ofCadre': ['posts.view', 'missing', ofMember],
  'cadreCourses.certificate': ['posts.view', 'byId', () => unknown],
  'cadreCourses.owing': ['posts.view', 'own', () => ({})],
  'cadreCourses.figures': ['posts.view', 'own'],
  'cadreCourses.export': ['members.exchange', 'own', () => ({})],
  'cadreCourses.offered': ['self', 'own'],
  'cadreCourses.enrol': ['self', 'byId', () => ({ courseId: unknown.id })],
  'cadreCourses.leave': ['self', 'byId', () => unknown],
  'cadreCourses.signIn': ['self', 'byId', () => ({ courseId: unknown.id, code: '123456' })],
  'cadreCourses.mine': ['self', 'own'],
  'cadreCourses.certificateMine': ['self', 'byId', () => unknown],

  'cadres.list': ['posts.view', 'silent', ({ name }) => ({ text: name })],
  'cadres.export': ['members.exchange', 'own', () => ({})],
  'cadres.get': ['posts.view', 'missing', ofMember],
  'cadres.hours': ['posts.view', 'silent', (place) => ({ ...ofMember(place), month: '2026-02' })],
  'cadres.agree': [
    'posts.manage',
    'missing',
    (place) => ({ ...ofMember(place), hoursPerMonth: 24, basis: '与行政方的协议', fromOn: day }),
  ],
  'cadres.unions': ['posts.view', 'own', () => ({})],
  'cadres.figures': ['posts.view', 'own'],
  'cadres.mine': ['self', 'own'],
  'cadres.recordHours': ['self', 'own', () => ({ onDay: day, minutes: 60, task: 'visit', inWorkTime: true })],
  'cadres.dropHours': ['self', 'byId', () => unknown],
}
