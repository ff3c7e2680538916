import { z } from 'zod'
import { Day, Paging } from '#kit/contract'
import * as names from '../rules/names.ts'

export const Id = z.object({ id: z.uuid() })
export const maybe = (max: number) => z.string().trim().max(max).nullable()
export const said = (max: number, least = 2) => z.string().trim().min(least, `至少 ${least} 个字`).max(max)
export const Reason = said(400, 4)

export const PresidiumMember = z.object({ memberId: z.uuid(), name: z.string(), isLeader: z.boolean() })
export type PresidiumMember = z.infer<typeof PresidiumMember>
export const ItemLine = z.object({
  key: z.string(),
  name: z.string(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  isElected: z.boolean(),
})
export const ItemResult = z.object({
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  passed: z.boolean().nullable(),
  needed: z.int().nullable(),
  working: z.string(),
  cite: z.string().nullable(),
  lines: z.array(ItemLine),
  fingerprint: z.string().nullable(),
})
export type ItemResult = z.infer<typeof ItemResult>

export const Listing = Paging.extend({
  text: z.string().trim().max(60).optional(),
  unionId: z.uuid().optional(),
  kind: z.enum(names.sessionKinds).optional(),
  state: z.enum(names.sessionStates).optional(),
  from: Day.optional(),
  until: Day.optional(),
  lacksReport: z.boolean().optional(),
})
export type Listing = z.infer<typeof Listing>

export const Row = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  kind: z.enum(names.sessionKinds),
  title: z.string(),
  state: z.enum(names.sessionStates),
  opensOn: Day,
  expected: z.int().nullable(),
  present: z.int().nullable(),
  items: z.int(),
  passed: z.int(),
  tasks: z.int(),
  done: z.int(),
  disputed: z.int(),
  publishedOn: Day.nullable(),
  reportedOn: Day.nullable(),
  instructorName: z.string().nullable(),
  openNotes: z.int(),
})
export type Row = z.infer<typeof Row>

const Step = z.object({
  step: z.enum(names.steps),
  title: z.string(),
  state: z.enum(['done', 'skipped', 'now', 'later']),
  dueOn: Day.nullable(),
  doneOn: Day.nullable(),
  skippedWhy: z.string().nullable(),
  note: z.string().nullable(),
  isLate: z.boolean(),
  says: z.string(),
  cite: z.string().nullable(),
  isManual: z.boolean(),
})

export const Item = z.object({
  id: z.uuid(),
  position: z.int(),
  kind: z.enum(names.itemKinds),
  matter: z.enum(names.matters),
  title: z.string(),
  body: z.string(),
  reporter: z.string().nullable(),
  way: z.enum(names.ways),
  wayWhy: z.string().nullable(),
  seats: z.int(),
  choices: z.array(z.object({ key: z.string(), name: z.string() })),
  ballotId: z.uuid().nullable(),
  openedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  expected: z.int().nullable(),
  present: z.int().nullable(),
  result: ItemResult.nullable(),
  resolution: z.string().nullable(),
})
export type Item = z.infer<typeof Item>

export const Opinion = z.object({
  id: z.uuid(),
  itemId: z.uuid().nullable(),
  who: z.string(),
  body: z.string(),
  onDay: Day,
  answer: z.enum(names.answers).nullable(),
  reply: z.string().nullable(),
  answeredOn: Day.nullable(),
})
export const Task = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  title: z.string(),
  side: z.enum(names.sides),
  owner: z.string(),
  dueOn: Day,
  doneOn: Day.nullable(),
  evidence: z.string().nullable(),
  confirms: z.int(),
  disputes: z.int(),
})
export type Task = z.infer<typeof Task>
export const Firm = z.object({
  id: z.uuid(),
  name: z.string(),
  staff: z.int(),
  title: z.string(),
  resolution: z.string(),
  answer: z.enum(['confirmed', 'refused']).nullable(),
  answeredOn: Day.nullable(),
  answeredBy: z.string().nullable(),
  note: z.string().nullable(),
})
export type Firm = z.infer<typeof Firm>
const Note = z.object({
  id: z.uuid(),
  about: z.string(),
  body: z.string(),
  who: z.string(),
  onDay: Day,
  mendedOn: Day.nullable(),
  mendedNote: z.string().nullable(),
})
const Speaker = z.object({
  id: z.uuid(),
  name: z.string(),
  unitName: z.string(),
  calledAt: z.date().nullable(),
})

export const Session = Row.omit({ items: true, passed: true, tasks: true, done: true, disputed: true, openNotes: true }).extend({
  termNumber: z.int(),
  scope: z.enum(['unit', 'regional', 'trade']),
  place: z.string().nullable(),
  reason: z.string().nullable(),
  presidium: z.array(PresidiumMember),
  presidiumFinding: z.object({ ok: z.boolean(), figures: z.string(), cite: z.string(), says: z.string() }).nullable(),
  openedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  reportedHow: z.string().nullable(),
  instructorFrom: z.string().nullable(),
  cancelledWhy: z.string().nullable(),
  steps: z.array(Step),
  items: z.array(Item),
  opinions: z.array(Opinion),
  tasks: z.array(Task),
  firms: z.array(Firm),
  notes: z.array(Note),
  speakers: z.array(Speaker),
  deputies: z.int(),
  presentNow: z.int(),
  observers: z.int(),
  version: z.int(),
})
export type Session = z.infer<typeof Session>

export const NewSession = z.object({
  unionId: z.uuid(),
  kind: z.enum(names.sessionKinds),
  title: said(80),
  opensOn: Day,
  place: maybe(80),
  reason: maybe(400),
})
export type NewSession = z.infer<typeof NewSession>

export const NewItem = z.object({
  sessionId: z.uuid(),
  kind: z.enum(names.itemKinds),
  matter: z.enum(names.matters),
  title: said(80),
  body: z.string().trim().max(20_000).default(''),
  reporter: maybe(60),
  way: z.enum(names.ways),
  wayWhy: maybe(400),
  seats: z.int().min(1).max(50).default(1),
  choices: z.array(said(30, 1)).max(100).default([]),
})
export type NewItem = z.infer<typeof NewItem>

export const RollLine = z.object({
  id: z.uuid(),
  name: z.string(),
  unitName: z.string(),
  isObserver: z.boolean(),
  presentHow: z.enum(['qr', 'hand']).nullable(),
})
const people = z.int().min(0).max(100_000)
export const Hands = z.object({ id: z.uuid(), yes: people, no: people, abstain: people })

const OwnItem = Item.extend({ myMark: z.enum(names.marks).nullable() })
export const Own = z.object({
  id: z.uuid(),
  unionName: z.string(),
  title: z.string(),
  state: z.enum(names.sessionStates),
  opensOn: Day,
  place: z.string().nullable(),
  isDeputy: z.boolean(),
  isPresent: z.boolean(),
  isWaitingToSpeak: z.boolean(),
  items: z.array(OwnItem),
  opinions: z.array(Opinion),
  tasks: z.array(Task.omit({ confirms: true, disputes: true }).extend({ myView: z.boolean().nullable() })),
})
export type Own = z.infer<typeof Own>
