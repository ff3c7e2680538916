import { useMutation } from '@tanstack/react-query'
import { addDays } from '#kit/dates'
import { AskDialog } from '#desk/steering/supervision'
import { api } from '#web/api'
import { notify } from '#web/notes'
import { today } from '#web/words'

type Props = { ids: string[]; close: (isDone: boolean) => void }
const many = (ids: readonly string[], one: string) => (ids.length > 1 ? `${one} ${ids.length} 条预警` : `${one}这条预警`)

/** Urges the unions about their alarms, with a day to answer by. */
export function UrgeDialog({ ids, close }: Props) {
  const urge = useMutation(api.alarms.urge.mutationOptions())
  const sent = () => {
    notify({ tone: 'good', title: `已催办 ${ids.length} 条` })
    close(true)
  }
  return (
    <AskDialog
      title={many(ids, '催办')}
      body="这家工会会收到通知，须在期限前答复。预警本身要等情况真正改变才会解除。"
      label="要求"
      usual={['请说明原因和改进办法', '请尽快补选主席并登记']}
      dayLabel="请在哪天前答复"
      day={addDays(today(), 7)}
      min={today()}
      act="催办"
      busy={urge.isPending}
      send={({ body, day }) => urge.mutate({ ids, body, replyBy: day }, { onSuccess: sent })}
      close={() => close(false)}
    />
  )
}

/** Takes note with a reason, until a day. */
export function NoteDialog({ ids, close }: Props) {
  const note = useMutation(api.alarms.note.mutationOptions())
  const noted = () => {
    notify({ tone: 'good', title: '理由已记录，到期后重新核对' })
    close(true)
  }
  return (
    <AskDialog
      title={`${many(ids, '说明')}的原因`}
      body="说明在有效期内不再提醒；到期后情况还在，会重新列出。理由和您的职务一起留下记录。"
      label="原因"
      usual={['季节性用工，旺季恢复', '单位停产，正在办理撤销', '已排定补选日期']}
      dayLabel="到哪天为止"
      day={addDays(today(), 30)}
      min={addDays(today(), 1)}
      act="记下原因"
      busy={note.isPending}
      send={({ body, day }) => note.mutate({ ids, reason: body, untilOn: day }, { onSuccess: noted })}
      close={() => close(false)}
    />
  )
}

/** The urged union answers. */
export function ReplyDialog({ id, close }: { id: string; close: (isDone: boolean) => void }) {
  const reply = useMutation(api.alarms.reply.mutationOptions())
  return (
    <AskDialog
      title="答复上级的催办"
      label="答复"
      usual={['已排定补选，完成后登记', '已制定活动计划，下月开展']}
      act="答复"
      busy={reply.isPending}
      send={({ body }) => reply.mutate({ id, body }, { onSuccess: () => close(true) })}
      close={() => close(false)}
    />
  )
}
