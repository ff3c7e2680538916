import { useMutation } from '@tanstack/react-query'
import { addDays } from '#kit/dates'
import { api } from '#web/api'
import { notify } from '#web/notes'
import { today } from '#web/words'
import { AskDialog } from './AskDialog.tsx'

/** An urging note for one duty or several: what is asked, and by when the union answers. */
export function UrgeDialog({ dutyIds, close }: { dutyIds: string[]; close: (isSent: boolean) => void }) {
  const urge = useMutation(api.supervision.urge.mutationOptions())
  return (
    <AskDialog
      title={dutyIds.length > 1 ? `给 ${dutyIds.length} 件事项发督办单` : '发督办单'}
      body="应办的工会会收到通知，须在期限前答复；督办单由您办结。"
      label="督办要求"
      usual={['请尽快办理，并答复办理时间', '请说明逾期原因和办理计划']}
      dayLabel="请在哪天前答复"
      day={addDays(today(), 7)}
      min={today()}
      act="发督办单"
      busy={urge.isPending}
      send={({ body, day }) =>
        urge.mutate(
          { dutyIds, body, replyBy: day },
          {
            onSuccess: ({ sent }) => {
              notify({ tone: 'good', title: `已发出 ${sent} 份督办单` })
              close(true)
            },
          },
        )
      }
      close={() => close(false)}
    />
  )
}
