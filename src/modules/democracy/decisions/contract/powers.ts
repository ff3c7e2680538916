import { z } from 'zod'
import { Day } from '#kit/contract'
import * as names from '../rules/names.ts'
import { Id, maybe, text } from './fields.ts'

export const Instrument = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  power: z.enum(names.powers),
  number: z.int(),
  title: z.string(),
  body: z.string(),
  addressee: z.string(),
  issuedOn: Day,
  replyBy: Day,
  reply: z.enum(names.replies).nullable(),
  replyText: z.string().nullable(),
  repliedOn: Day.nullable(),
})
export type Instrument = z.infer<typeof Instrument>
export const NewInstrument = z.object({
  power: z.enum(names.powers),
  title: text(4, 80, '请写标题'),
  body: text(10, 4000, '请写内容，至少 10 个字'),
  addressee: text(2, 60, '请写送给谁'),
  replyBy: Day,
})
export const InstrumentReply = Id.extend({ reply: z.enum(names.replies), replyText: text(4, 2000, '请写答复和理由') })

const fen = z.int().min(0).max(100_000_000_000)
export const Item = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  year: z.int(),
  title: z.string(),
  coreTask: z.enum(names.coreTasks).nullable(),
  coreWords: z.string().nullable(),
  askedPeople: z.string().nullable(),
  askedFen: z.int(),
  askedThings: z.string().nullable(),
  submittedOn: Day,
  answer: z.enum(names.answers).nullable(),
  answerText: z.string().nullable(),
  grantedPeople: z.string().nullable(),
  grantedFen: z.int().nullable(),
  grantedThings: z.string().nullable(),
  answeredOn: Day.nullable(),
  agreedOn: Day.nullable(),
  doneOn: Day.nullable(),
  effect: z.string().nullable(),
})
export type Item = z.infer<typeof Item>
const Core = { coreTask: z.enum(names.coreTasks).nullable(), coreWords: maybe(200) }
export const NewItem = z.object({
  year: z.int().min(2000).max(2200),
  title: text(4, 80, '请写工作项目'),
  ...Core,
  askedPeople: maybe(200),
  askedFen: fen,
  askedThings: maybe(200),
})
export const ItemAnswer = Id.extend({
  answer: z.enum(names.answers),
  answerText: text(4, 500, '请写理由或说明'),
  grantedPeople: maybe(200),
  grantedFen: fen,
  grantedThings: maybe(200),
})

export const Right = z.object({
  id: z.uuid(),
  number: z.int(),
  kind: z.enum(['right', 'duty']),
  title: z.string(),
  isKey: z.boolean(),
  owner: z.string().nullable(),
  wasUsed: z.boolean().nullable(),
  evidence: z.string().nullable(),
  checkedOn: Day.nullable(),
})
export type Right = z.infer<typeof Right>
export const Rights = z.object({
  items: z
    .array(z.object({ kind: z.enum(['right', 'duty']), title: text(2, 300, '请写内容'), isKey: z.boolean() }))
    .min(1)
    .max(60),
})
