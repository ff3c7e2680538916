import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { areaCodes } from './contract/words.ts'

const levels = ['BLOCK', 'WARN', 'INFO'] as const
const Band = z.object({ from: z.number(), to: z.number().nullable(), least: z.number(), most: z.number() })
const Value = z.union([z.number(), z.boolean(), z.array(z.number()), z.array(Band)])
/** What an administrator may set: a figure, several figures, yes or no. */
export const Figure = z.union([
  z.number().min(0).max(10_000_000),
  z.boolean(),
  z.array(z.number().min(0).max(10_000_000)).min(1).max(6),
])
export type Figure = z.infer<typeof Figure>

/** One wording of a rule: the law's, a region's, or what a union ruled itself (`by`). */
export const Wording = z.object({
  id: z.string(),
  value: Value,
  unit: z.string().nullable(),
  says: z.string(),
  cite: z.string(),
  from: Day,
  to: Day.nullable(),
  scope: z.string(),
  level: z.enum(levels),
  verified: z.boolean(),
  /** Whether it holds today at its place. */
  isInForce: z.boolean(),
  by: z.string().nullable(),
})
export type Wording = z.infer<typeof Wording>

const Row = Wording.extend({
  /** How many regional wordings there are, and how many unions have a figure of their own. */
  variants: z.int(),
  own: z.int(),
  clocks: z.array(z.string()),
})
export type Row = z.infer<typeof Row>

export const Search = Paging.extend({
  text: z.string().trim().max(60).optional(),
  area: z.array(z.enum(areaCodes as [(typeof areaCodes)[number]])).optional(),
  level: z.array(z.enum(levels)).optional(),
  /** Only what nobody has read yet (待核对), or only what was read. */
  verified: z.array(z.enum(['yes', 'no'])).optional(),
  /** Only rules with a wording of this region. */
  region: z.array(z.string().max(12)).optional(),
  own: z.array(z.enum(['yes'])).optional(),
})
export type Search = z.infer<typeof Search>

const Change = z.object({
  id: z.uuid(),
  statute: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  /** `null`: given back to whoever stands above. */
  value: Value.nullable(),
  unit: z.string().nullable(),
  fromOn: Day,
  reason: z.string(),
  setAt: z.date(),
  byPost: z.string().nullable(),
  withdrawn: z.object({ at: z.date(), reason: z.string(), byPost: z.string().nullable() }).nullable(),
  /** What the report counted that lay before who decided. */
  impact: z.object({ unions: z.int(), moved: z.int(), kept: z.int() }),
})
export type Change = z.infer<typeof Change>

const Use = z.object({ module: z.string(), title: z.string(), acts: z.array(z.string()) })
const Article = z.object({ id: z.uuid(), label: z.string(), body: z.string(), statute: z.string().nullable() })

export const Whole = z.object({
  id: z.string(),
  area: z.enum(areaCodes as [(typeof areaCodes)[number]]),
  /** What holds today at the place of whoever asks. */
  here: Wording,
  /** Without what unions ruled: law, local law and practice. */
  law: Wording,
  national: z.array(Wording),
  regional: z.array(Wording),
  changes: z.array(Change),
  clocks: z.array(z.object({ id: z.string(), trigger: z.string(), must: z.string() })),
  uses: z.array(Use),
  documents: z.array(Article.extend({ documentId: z.uuid(), title: z.string() })),
  /** Why it may not be adjusted here; null when it may. */
  fixed: z.object({ code: z.string(), reason: z.string(), cite: z.string().optional() }).nullable(),
})
export type Whole = z.infer<typeof Whole>

const ClockRow = z.object({
  id: z.string(),
  trigger: z.string(),
  must: z.string(),
  missed: z.string(),
  basis: z.enum(['law', 'local', 'practice']),
  rows: z.array(z.string()),
  facts: z.array(z.string()),
  module: z.string(),
  lengths: z.array(
    z.object({
      whose: z.string().nullable(),
      sense: z.string(),
      figure: z.string(),
      statute: z.string().nullable(),
      cite: z.string().nullable(),
    }),
  ),
  /** Whether it is watched now, and how many are running in one's scope. */
  isRunning: z.boolean(),
  open: z.int(),
})
export type ClockRow = z.infer<typeof ClockRow>

const Running = z.object({
  id: z.uuid(),
  clock: z.string(),
  title: z.string(),
  about: z.string().nullable(),
  unionId: z.uuid(),
  unionName: z.string(),
  since: Day,
  dueOn: Day,
  /** The day it would then be due. */
  thenOn: Day,
})
export type Running = z.infer<typeof Running>

/** What a change would do, computed by the server; an act carries `fingerprint`, so that nobody decides on a stale one. */
export const Impact = z.object({
  fingerprint: z.string(),
  unions: z.int(),
  kinds: z.array(z.object({ kind: z.string(), count: z.int() })),
  /** Unions below that ruled on it themselves, or stand below one that did: for them nothing changes. */
  shielded: z.int(),
  list: z.array(z.object({ id: z.uuid(), name: z.string(), isShielded: z.boolean() })),
  /** Deadlines running that keep their day, since what set them going lies before; and those that move. */
  kept: z.int(),
  moved: z.int(),
  running: z.array(Running),
  clocks: z.array(z.string()),
  uses: z.array(Use),
})
export type Impact = z.infer<typeof Impact>

export const Wanted = z.object({ statute: z.string().max(40), value: Figure.nullable(), fromOn: Day })
export type Wanted = z.infer<typeof Wanted>
const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(200)

export const YearWanted = z.object({
  year: z.int().min(2004).max(2100),
  rest: z.array(Day).max(200),
  work: z.array(Day).max(60),
})
export type YearWanted = z.infer<typeof YearWanted>
const Notice = z.string().trim().min(4, '请写明通知的文号或名称').max(120)

export const Year = YearWanted.extend({
  /** The notice it comes from; null: no notice yet, only the statutory holidays. */
  notice: z.string().nullable(),
  loaded: z.array(
    z.object({
      id: z.uuid(),
      notice: z.string(),
      setAt: z.date(),
      byPost: z.string().nullable(),
      moved: z.int(),
      reason: z.string(),
    }),
  ),
  years: z.array(z.int()),
})
export type Year = z.infer<typeof Year>

export const DocumentDraft = z.object({
  title: z.string().trim().min(4, '标题至少 4 个字').max(120),
  number: z.string().trim().max(60).optional(),
  issuer: z.string().trim().min(2, '请写明发文单位').max(80),
  issuedOn: Day,
  fromOn: Day,
  articles: z
    .array(
      z.object({
        label: z.string().trim().min(1).max(40),
        body: z.string().trim().min(2).max(4000),
        statute: z.string().max(40).optional(),
      }),
    )
    .min(1, '至少一条')
    .max(300),
})
export type DocumentDraft = z.infer<typeof DocumentDraft>

export const Document = z.object({
  id: z.uuid(),
  unionName: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  issuer: z.string(),
  issuedOn: Day,
  fromOn: Day,
  endsOn: Day.nullable(),
  articles: z.int(),
  /** Articles that speak of a rule on file. */
  grounded: z.int(),
  /** Rules it speaks of whose wording changed after it began to hold: it waits to be revised. */
  changed: z.array(z.object({ statute: z.string(), from: Day, says: z.string() })),
})
export type Document = z.infer<typeof Document>

/** A figure that a union ruled itself, as rules ask for it. */
export const Ruling = z.object({
  id: z.string(),
  value: z.unknown(),
  unit: z.string().optional(),
  level: z.string(),
  from: Day,
  to: Day.optional(),
  path: z.string(),
  scope: z.string(),
  verified: z.boolean(),
  says: z.string(),
  source: z.string(),
  article: z.string(),
})

export const contract = {
  law: oc.input(z.object({ unionId: z.uuid().optional() })).output(z.object({ scope: z.string(), own: z.array(Ruling) })),
  search: oc.input(Search).output(pageOf(Row)),
  get: oc.input(z.object({ id: z.string().max(40) })).output(Whole),
  clocks: oc.output(z.array(ClockRow)),
  impact: oc.input(Wanted).output(Impact),
  rule: oc.input(Wanted.extend({ reason: Reason, fingerprint: z.string().max(80) })).output(Touched),
  withdraw: oc.input(z.object({ id: z.uuid(), reason: Reason })).output(Touched),
  year: oc.input(z.object({ year: z.int().min(2004).max(2100) })).output(Year),
  yearImpact: oc.input(YearWanted).output(Impact),
  loadYear: oc.input(YearWanted.extend({ notice: Notice, reason: Reason, fingerprint: z.string().max(80) })).output(Touched),
  documents: oc
    .input(Paging.extend({ text: z.string().trim().max(60).optional(), changed: z.boolean().default(false) }))
    .output(pageOf(Document).extend({ awaiting: z.int(), grounded: z.int(), all: z.int() })),
  document: oc.input(z.object({ id: z.uuid() })).output(Document.extend({ list: z.array(Article), isOwn: z.boolean() })),
  fileDocument: oc.input(DocumentDraft).output(Touched),
  endDocument: oc.input(z.object({ id: z.uuid(), endsOn: Day, reason: Reason })).output(Touched),
  export: oc.input(Search).output(Touched),
}
