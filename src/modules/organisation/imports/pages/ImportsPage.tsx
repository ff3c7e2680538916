import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { UnionPick } from '#desk/organisation/unions'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { useMe, usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count, momentInWords } from '#web/words'
import { type ImportKind, importKindNames, importStateNames, type Row } from '../contract.ts'
import './imports.css'

const hues = { read: 'amber', checked: 'blue', done: 'green', undone: undefined } as const

/** Excel 导入: begins one, and shows the earlier ones. */
export function ImportsPage() {
  const navigate = useNavigate()
  return (
    <Page
      line="把手里的 Excel 直接拿来，不用改格式。"
      above="列的顺序、标题行、全角数字、日期写法都认得；先核对，再导入，30 天内可以整批撤销。"
    >
      <Begin />
      <Section title="以前的导入">
        <DataTable<Row>
          name="imports"
          unit="次导入"
          rowKey={({ id }) => id}
          query={(view) => api.imports.list.queryOptions({ input: { page: view.page, size: view.size } })}
          open={({ id }) => navigate({ to: '/imports/$id', params: { id } })}
          empty={<EmptyState title="还没有导入过">在上面选一个文件，先核对，再导入。</EmptyState>}
          columns={[
            {
              key: 'file',
              title: '文件',
              always: true,
              render: ({ id, fileName }) => (
                <Link to="/imports/$id" params={{ id }}>
                  {fileName}
                </Link>
              ),
            },
            { key: 'kind', title: '内容', render: ({ kind }) => importKindNames[kind] },
            { key: 'union', title: '导入到', render: ({ unionName }) => unionName },
            { key: 'state', title: '状态', render: ({ state }) => <Chip hue={hues[state]}>{importStateNames[state]}</Chip> },
            { key: 'fresh', title: '新增', align: 'right', render: ({ counts }) => (counts ? count(counts.fresh) : '—') },
            { key: 'update', title: '更新', align: 'right', render: ({ counts }) => (counts ? count(counts.update) : '—') },
            { key: 'bad', title: '未导入', align: 'right', render: ({ counts }) => (counts ? count(counts.bad) : '—') },
            { key: 'at', title: '时间', render: ({ at }) => momentInWords(at) },
          ]}
        />
      </Section>
    </Page>
  )
}

function Begin() {
  const navigate = useNavigate()
  const { post } = useMe()
  const mayNetwork = usePermission('unions.approve')
  const [kind, setKind] = useState<ImportKind>('members')
  const [unionId, setUnion] = useState(post?.unionId)
  const [isBusy, setBusy] = useState(false)
  const begin = useMutation(api.imports.begin.mutationOptions())
  const blank = useMutation(api.imports.blank.mutationOptions())
  const kinds = (Object.keys(importKindNames) as ImportKind[]).filter((each) => each !== 'unions' || mayNetwork)
  const take = async (file: File | undefined) => {
    if (!file || !unionId) return
    setBusy(true)
    try {
      const upload = await sent(file)
      const { id } = await begin.mutateAsync({ upload, kind, unionId })
      await navigate({ to: '/imports/$id', params: { id } })
    } catch (error) {
      if (!begin.isError) notify({ tone: 'bad', ...inWords(error) })
    }
    setBusy(false)
  }
  return (
    <Section title="开始导入" padded>
      <div className="begin">
        <fieldset>
          <legend>导入什么</legend>
          {kinds.map((each) => (
            <label key={each}>
              <input type="radio" name="kind" checked={kind === each} onChange={() => setKind(each)} /> {importKindNames[each]}
            </label>
          ))}
        </fieldset>
        <label className="field">
          导入到哪个工会
          <UnionPick {...(unionId !== undefined && { value: unionId })} onChange={setUnion} />
        </label>
        <label
          className="drop"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            void take(event.dataTransfer.files[0])
          }}
        >
          <input
            type="file"
            accept=".xlsx,.csv"
            disabled={isBusy}
            onChange={({ target }) => {
              void take(target.files?.[0])
              target.value = ''
            }}
          />
          <b>{isBusy ? '正在读取 …' : '选择 Excel 文件，或拖到这里'}</b>
          <span className="muted">.xlsx 或 .csv，最大 64 MB。只读取，不会马上写入。</span>
        </label>
        <Button
          kind="link"
          busy={blank.isPending}
          onClick={() => blank.mutate({ kind }, { onSuccess: ({ id }) => location.assign(`/files/${id}`) })}
        >
          没有现成的表？下载一份空表
        </Button>
      </div>
    </Section>
  )
}

async function sent(file: File) {
  const response = await fetch(`/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
  const answer = (await response.json().catch(() => ({}))) as { id?: string; message?: string }
  if (!response.ok || !answer.id) throw new Error(answer.message ?? '文件没有传上来，请检查网络后再试')
  return answer.id
}
