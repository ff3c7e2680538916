import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { count, dayInWords } from '#web/words'
import type { Assembly } from '../contract.ts'
import { assemblyKindNames } from '../rules/names.ts'
import { AssemblyDialog } from './AssemblyDialog.tsx'
import './supervision.css'

/** 大会记录: assemblies and congresses as held; each sets the next year going. */
export function AssembliesPage() {
  const { post, permissions } = useMe()
  const [isOpen, open] = useState(false)
  const withdraw = useMutation(api.supervision.withdrawAssembly.mutationOptions())
  const mayFile = permissions.includes('unions.file')
  const takeBack = async ({ id, unionName, heldOn }: Assembly) => {
    const reasons = ['日期填错了', '重复登记']
    const reason = await ask({
      title: `撤回 ${unionName} ${heldOn} 的会议记录？`,
      body: '期限会按其余的记录重算。',
      act: '撤回',
      reasons,
    })
    if (reason !== false) withdraw.mutate({ id, reason })
  }
  return (
    <Page
      line="会员大会、会员代表大会，开过的都记在这里。"
      above={post?.unionName}
      acts={
        mayFile && (
          <Button kind="primary" onClick={() => open(true)}>
            登记会议
          </Button>
        )
      }
    >
      <div className="card">
        <DataTable<Assembly>
          name="assemblies"
          unit="次会议"
          columns={columns(mayFile ? takeBack : undefined)}
          query={({ page, size, find }) =>
            api.supervision.assemblies.queryOptions({ input: { page, size, ...(find && { text: find }) } })
          }
          rowKey={({ id }) => id}
          findBy="工会、会议文件"
          empty={
            <EmptyState title="还没有登记过会议" act={mayFile && <Button onClick={() => open(true)}>登记会议</Button>}>
              会员大会或会员代表大会每年至少开一次；登记以后，下一年的期限自动开始计算。
            </EmptyState>
          }
        />
      </div>
      {isOpen && <AssemblyDialog close={() => open(false)} />}
    </Page>
  )
}

const columns = (takeBack: ((row: Assembly) => Promise<void>) | undefined): Column<Assembly>[] => [
  { key: 'heldOn', title: '召开', always: true, render: ({ heldOn }) => dayInWords(heldOn) },
  { key: 'unionName', title: '工会', always: true },
  { key: 'kind', title: '会议', render: ({ kind }) => assemblyKindNames[kind] },
  {
    key: 'present',
    title: '实到 / 应到',
    align: 'right',
    render: ({ present, expected }) => `${count(present)} / ${count(expected)}`,
  },
  {
    key: 'document',
    title: '会议文件',
    render: ({ document, withdrawnWhy }) => (
      <>
        {document}
        {withdrawnWhy && <span className="chip">已撤回：{withdrawnWhy}</span>}
      </>
    ),
  },
  ...(takeBack
    ? [
        {
          key: 'act',
          title: '',
          render: (row: Assembly) =>
            !row.withdrawnWhy && (
              <Button kind="link" onClick={() => void takeBack(row)}>
                撤回
              </Button>
            ),
        },
      ]
    : []),
]
