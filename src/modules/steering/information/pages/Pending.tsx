import { useMutation } from '@tanstack/react-query'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { useMe, usePermission } from '#web/me'
import { notify } from '#web/notes'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Information } from '../contract.ts'
import { mayDecide } from '../rules.ts'

type Props = { found: Information; pending: NonNullable<Information['pending']> }

/** What is not out yet: the draft or the correction, and the second person's word. */
export function Pending({ found: { id, version }, pending }: Props) {
  const mayApprove = usePermission('unions.approve')
  const { account } = useMe()
  const decide = useMutation(api.information.decide.mutationOptions())
  const verdict = mayDecide({
    hasWaiting: pending.state === 'waiting',
    author: pending.isMine ? account.id : 'another',
    approver: account.id,
  })
  const agree = () =>
    decide.mutate({ id, isAccepted: true }, { onSuccess: () => notify({ tone: 'good', title: '已审签，已发布' }) })
  const refuse = async () => {
    const reason = await ask({ title: '退回修改？', act: '退回', reasons: ['请补充时间地点', '请核对数字', '附件不全'] })
    if (reason) decide.mutate({ id, isAccepted: false, reason })
  }
  const words = pending.state === 'waiting' ? '待审签' : pending.state === 'refused' ? '退回修改' : '起草中'
  return (
    <Section
      title={
        <>
          {version > 0 ? '更正稿' : '稿子'} <Chip hue="amber">{words}</Chip>
        </>
      }
      note={`${pending.madeName}起草`}
      padded
      foot={
        pending.state === 'waiting' &&
        mayApprove && (
          <span className="acts">
            <RuledButton kind="primary" verdict={verdict} busy={decide.isPending} onClick={agree}>
              同意发布
            </RuledButton>
            <RuledButton verdict={verdict} onClick={refuse}>
              退回修改
            </RuledButton>
          </span>
        )
      }
    >
      {pending.refusedWhy && <p className="late">退回原因：{pending.refusedWhy}</p>}
      {pending.why && <p className="muted">更正原因：{pending.why}</p>}
      <h3>{pending.title}</h3>
      <p className="written">{pending.body}</p>
    </Section>
  )
}
