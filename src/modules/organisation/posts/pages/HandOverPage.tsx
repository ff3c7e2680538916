import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Form, Input, Radio, Select } from 'antd'
import { DayItem } from '#web/DayField'
import { api } from '#web/api'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { today } from '#web/words'
import { type Ended, endedKinds, endedNames } from '../contract.ts'
import { mayHandOver } from '../rules.ts'

const route = getRouteApi('/posts/$unionId/hand-over/$id')
type Fields = { toId: string; on: string; why: Ended; note: string }

/** 交接: one holder leaves, another of the same union takes over what was open. */
export function HandOverPage() {
  const { unionId, id } = route.useParams()
  const navigate = useNavigate()
  const from = useQuery({ ...api.posts.get.queryOptions({ input: { id } }), throwOnError: true }).data
  const union = useQuery({ ...api.posts.ofUnion.queryOptions({ input: { unionId } }), throwOnError: true }).data
  const handOver = useMutation(api.posts.handOver.mutationOptions())
  const [form] = Form.useForm<Fields>()
  const toId = Form.useWatch('toId', form)
  if (!from || !union) return <Bones />
  const others = union.appointments.filter((each) => each.id !== id && each.memberId !== from.memberId)
  const to = others.find((each) => each.id === toId)
  const handedOverTo = from.handovers.length ? from.handovers[0]!.to : null
  const verdict = mayHandOver({ id, unionId, handedOverTo, kind: from.kind }, to ?? { id, unionId, state: '' })
  const submit = (fields: Fields) =>
    handOver.mutate(
      { fromId: id, ...fields, note: fields.note ?? '' },
      {
        onSuccess: ({ to: next, moved }) => {
          const work = moved.map(({ what, count }) => `${what} ${count} 件`).join('、')
          notify({ tone: 'good', title: `已交接给${next}${work ? `：${work}` : '，手上没有未办完的事'}` })
          void navigate({ to: '/posts/$unionId', params: { unionId } })
        },
      },
    )
  return (
    <Page above={union.unionName} line={`${from.personName}不再任${from.title}，手上的事交给谁？`}>
      <Section title="交接" note="手上没办完的事一起转过去，全程留下记录" padded>
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          style={{ maxWidth: 560 }}
          initialValues={{ on: today(), why: 'term', note: '' }}
          onFinish={submit}
        >
          <Form.Item name="toId" label="接手的人（已在本工会任职）" rules={[{ required: true, message: '请选择接手的人' }]}>
            <Select
              options={others.map((each) => ({ value: each.id, label: `${each.personName} · ${each.title}` }))}
              notFoundContent="本工会没有其他任职的人，请先登记接任者"
            />
          </Form.Item>
          <Form.Item name="on" label="从哪天起不再担任" rules={[{ required: true, message: '请选择日期' }]}>
            <DayItem label="从哪天起不再担任" />
          </Form.Item>
          <Form.Item name="why" label="原因">
            <Radio.Group
              options={endedKinds.filter((why) => why !== 'mistake').map((value) => ({ value, label: endedNames[value] }))}
            />
          </Form.Item>
          <Form.Item name="note" label="说明或依据（主席、副主席任期未满调动，须写明两级工会同意的依据）">
            <Input.TextArea rows={3} maxLength={120} />
          </Form.Item>
          <RuledButton verdict={verdict} type="submit" kind="primary" busy={handOver.isPending}>
            交接
          </RuledButton>
        </Form>
      </Section>
    </Page>
  )
}
