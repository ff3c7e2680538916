import { z } from 'zod'
import { oc, pageOf, Paging, Touched } from '#kit/contract'

export const importKinds = ['members', 'employers', 'unions'] as const
export type ImportKind = (typeof importKinds)[number]
export const importKindNames: Record<ImportKind, string> = { members: '会员花名册', employers: '用人单位', unions: '工会组织' }
export const importStates = ['read', 'checked', 'done', 'undone'] as const
export type ImportState = (typeof importStates)[number]
export const importStateNames: Record<ImportState, string> = {
  read: '已读取',
  checked: '已核对',
  done: '已导入',
  undone: '已撤销',
}

export const Column = z.object({
  column: z.int(),
  letter: z.string(),
  title: z.string(),
  key: z.string().nullable(),
  sample: z.string(),
})
export const Found = z.object({
  sheet: z.string(),
  sheetIndex: z.int(),
  header: z.object({ first: z.int(), last: z.int() }).nullable(),
  columns: z.array(Column),
  unknown: z.array(Column),
  missing: z.array(z.object({ key: z.string(), title: z.string(), reason: z.string() })),
})
export type Found = z.infer<typeof Found>

/** What a check found: rows read, those that are new, change a record, are on file as they are, or must be mended first. */
export const Counts = z.object({
  read: z.int(),
  fresh: z.int(),
  update: z.int(),
  same: z.int(),
  bad: z.int(),
  skipped: z.int(),
  issues: z.int(),
})
export type Counts = z.infer<typeof Counts>

export const Issue = z.object({
  sheetIndex: z.int(),
  row: z.int(),
  column: z.int().nullable(),
  letter: z.string(),
  key: z.string(),
  title: z.string(),
  raw: z.string(),
  reason: z.string(),
  suggestion: z.string().optional(),
})
export type Issue = z.infer<typeof Issue>

export const Row = z.object({
  id: z.uuid(),
  kind: z.enum(importKinds),
  state: z.enum(importStates),
  fileName: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  at: z.date(),
  doneAt: z.date().nullable(),
  undoneAt: z.date().nullable(),
  counts: Counts.nullable(),
  /** Rows that an undo had to leave, because somebody had worked on them since. */
  kept: z.int().nullable(),
})
export type Row = z.infer<typeof Row>
export const Whole = Row.extend({
  found: z.array(Found),
  issues: z.array(Issue),
  fields: z.array(z.object({ key: z.string(), title: z.string(), required: z.boolean() })),
  mended: z.int(),
})
export type Whole = z.infer<typeof Whole>

const Id = z.object({ id: z.uuid() })
export const Mapping = z.object({ sheetIndex: z.int(), key: z.string(), column: z.int().nullable() })

export const contract = {
  begin: oc.input(z.object({ upload: z.uuid(), kind: z.enum(importKinds), unionId: z.uuid() })).output(Touched),
  list: oc.input(Paging).output(pageOf(Row)),
  get: oc.input(Id).output(Whole),
  remap: oc.input(Id.extend({ mapping: z.array(Mapping).max(200) })).output(Touched),
  check: oc.input(Id).output(Touched.extend({ counts: Counts })),
  mend: oc
    .input(Id.extend({ sheetIndex: z.int(), row: z.int(), values: z.record(z.string(), z.string().max(200)) }))
    .output(Touched),
  commit: oc.input(Id).output(Touched.extend({ counts: Counts })),
  undo: oc.input(Id).output(Touched.extend({ removed: z.int(), kept: z.int() })),
  progress: oc.input(Id).output(z.object({ done: z.int() })),
  marked: oc.input(Id).output(Touched),
  blank: oc.input(z.object({ kind: z.enum(importKinds) })).output(Touched),
}
