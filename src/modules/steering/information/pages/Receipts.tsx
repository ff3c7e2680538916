import { useMutation } from '@tanstack/react-query'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { momentInWords } from '#web/words'
import type { Receipt } from '../contract.ts'
import { type ReceiptState, receiptStateNames } from '../rules.ts'

/** Who has given the receipt; who has not stands first, and is reminded once. */
export function Receipts({ id }: { id: string }) {
  const act = useMutation(api.information.export.mutationOptions())
  const remind = useMutation(api.information.remind.mutationOptions())
  const mayWrite = usePermission('unions.file')
  const exporting = useExport((view) => act.mutateAsync({ id, ...filterOf(view) }))
  const press = async () => {
    const sure = await ask({ title: '提醒没有签收的工会？', body: '只提醒还没打开的，每个工会只提醒一次。', act: '提醒' })
    if (sure !== false)
      remind.mutate(
        { id },
        {
          onSuccess: ({ count }) =>
            notify({ tone: 'good', title: count ? `提醒了 ${count} 个工会` : '没有要提醒的：看过的、提醒过的不再提醒' }),
        },
      )
  }
  return (
    <Section title="签收情况" note="记到工会，不记到职工">
      <DataTable<Receipt>
        name="information-receipts"
        unit="个工会"
        columns={columns}
        {...exporting}
        findBy="工会名称"
        query={(view) =>
          api.information.receipts.queryOptions({ input: { id, page: view.page, size: view.size, ...filterOf(view) } })
        }
        rowKey={(row) => row.id}
        acts={
          mayWrite && (
            <Button busy={remind.isPending} onClick={press}>
              提醒没签收的
            </Button>
          )
        }
        empty={<EmptyState title="没有接收的工会" />}
      />
    </Section>
  )
}

function filterOf({ filters, find }: View) {
  const state = filters.state as ReceiptState[] | undefined
  return { ...(find && { text: find }), ...(state?.length && { state }) }
}

const columns: Column<Receipt>[] = [
  {
    key: 'unionName',
    title: '工会',
    always: true,
    render: ({ unionName, isCopy }) => (
      <>
        {unionName} {isCopy && <Chip>抄送</Chip>}
      </>
    ),
  },
  { key: 'superiorName', title: '上级' },
  {
    key: 'state',
    title: '签收',
    options: Object.entries(receiptStateNames).map(([value, label]) => ({ value, label })),
    render: ({ openedAt }) => (openedAt ? momentInWords(openedAt) : <Chip hue="amber">没看</Chip>),
  },
  { key: 'openedName', title: '签收人' },
  { key: 'openedVersion', title: '看到', render: ({ openedVersion }) => openedVersion && `第 ${openedVersion} 稿` },
  { key: 'repliedAt', title: '回复', render: ({ repliedAt }) => repliedAt && momentInWords(repliedAt) },
  { key: 'remindedAt', title: '提醒过', render: ({ remindedAt }) => remindedAt && momentInWords(remindedAt) },
]
