import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { usePermission } from '#web/me'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { ItemDetail, Sheet } from '../contract/shapes.ts'
import { mayDraft } from '../rules.ts'

/** A table as people paste it from Excel: a line a row, cells by tab; the first line is the heading. */
const asSheet = (text: string, title: string): Sheet[] => {
  const [head, ...rows] = text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => line.split(/\t|，|,/).map((cell) => cell.trim()))
  return head ? [{ title, head, rows }] : []
}
const asText = (sheet: Sheet | undefined) => (sheet ? [sheet.head, ...sheet.rows].map((row) => row.join('\t')).join('\n') : '')

/** Writes the item, or a correction of what was published. */
export function DraftForm({ item }: { item: ItemDetail }) {
  const last = item.versions[0]
  const isCorrection = last?.state === 'published'
  const [facts, set] = useState({
    title: last?.title ?? `${item.title}（${item.label}）`,
    body: last?.body ?? '',
    table: asText(last?.tables[0]),
    reason: '',
  })
  const [isOpen, setOpen] = useState(!isCorrection)
  const [asFirm, asUnion] = [usePermission('democracy.answer'), usePermission('democracy.manage')]
  const byFirm = useMutation(api.disclosure.draft.mutationOptions())
  const byUnion = useMutation(api.disclosure.draftAsUnion.mutationOptions())
  const act = asFirm ? byFirm : byUnion
  const given = { ...item, droppedOn: item.state === 'dropped' ? item.dueOn : null, isVoid: item.state === 'void' }
  if ((!asFirm && !asUnion) || mayDraft(given, asFirm ? 'employer' : 'union', last ?? null, '更正')) return null
  if (!isOpen)
    return (
      <div className="acts no-print">
        <Button onClick={() => setOpen(true)}>更正</Button>
      </div>
    )
  const save = (isReady: boolean) => {
    const { title, body, table, reason } = facts
    act.mutate({ id: item.id, title, body, tables: asSheet(table, '附表'), reason: isCorrection ? reason : null, isReady })
  }
  return (
    <Section title={isCorrection ? '更正：另出新版，旧版保留' : '起草'} padded>
      <label className="field">
        标题
        <input value={facts.title} maxLength={120} onChange={(event) => set({ ...facts, title: event.target.value })} />
      </label>
      <label className="field">
        正文
        <textarea
          rows={8}
          value={facts.body}
          maxLength={20_000}
          onChange={(event) => set({ ...facts, body: event.target.value })}
        />
      </label>
      <label className="field">
        附表（可从 Excel 粘贴，第一行是表头，没有就不填）
        <textarea rows={4} value={facts.table} onChange={(event) => set({ ...facts, table: event.target.value })} />
      </label>
      {isCorrection && (
        <label className="field">
          更正的原因
          <input value={facts.reason} maxLength={400} onChange={(event) => set({ ...facts, reason: event.target.value })} />
        </label>
      )}
      <div className="acts">
        <Button busy={act.isPending} onClick={() => save(false)}>
          保存草稿
        </Button>
        <Button kind="primary" busy={act.isPending} onClick={() => save(true)}>
          送领导小组
        </Button>
      </div>
    </Section>
  )
}
