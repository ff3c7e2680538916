import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { addDays, addYears } from '#kit/dates'
import { DayItem } from '#web/DayField'
import { api } from '#web/api'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { rule } from '#web/rule'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { type Came, cameKinds, cameNames, NewAppointment, type Ties } from '../contract.ts'
import { isAdministration, type Kind, kinds, postKinds } from '../rules.ts'

const route = getRouteApi('/posts/$unionId/appoint')
const ties: Record<keyof Ties, string> = {
  isHead: '单位行政主要负责人、法定代表人或合伙人',
  isRelativeOfHead: '上述人员的近亲属',
  isPersonnelHead: '人力资源部门负责人',
  isForeign: '外籍职工',
}
type Fields = {
  memberId: string
  kind: Kind
  title?: string
  portfolio?: string
  fromOn: string
  untilOn?: string
  fullTime: boolean
  came: Came
  basis?: string
  ties?: (keyof Ties)[]
}
const options = kinds.filter((kind) => !isAdministration(kind)).map((value) => ({ value, label: postKinds[value].title }))

/** 登记任职: who, what, until when, how he came to it, and what the law wants to know of him. */
export function AppointPage() {
  const { unionId } = route.useParams()
  const navigate = useNavigate()
  const union = useQuery({ ...api.posts.ofUnion.queryOptions({ input: { unionId } }), throwOnError: true }).data
  const [form] = Form.useForm<Fields>()
  const appoint = useMutation(api.posts.appoint.mutationOptions())
  const kind = Form.useWatch('kind', form)
  const came = Form.useWatch('came', form)
  const submit = ({ ties: chosen = [], title, portfolio, untilOn, basis, ...fields }: Fields) =>
    appoint.mutate(
      {
        ...fields,
        unionId,
        ...(title && { title }),
        ...(portfolio && { portfolio }),
        ...(untilOn && { untilOn }),
        ...(basis && { basis }),
        ties: Object.fromEntries(chosen.map((tie) => [tie, true])),
      },
      {
        onSuccess: ({ warnings }) => {
          for (const { reason, cite } of warnings) notify({ tone: 'bad', title: `已登记，请留意：${reason}`, cite })
          if (!warnings.length) notify({ tone: 'good', title: '已登记，权限从任职日起生效' })
          void navigate({ to: '/posts/$unionId', params: { unionId } })
        },
      },
    )
  const term = (years: number) => form.setFieldValue('untilOn', addDays(addYears(form.getFieldValue('fromOn'), years), -1))
  return (
    <Page above={union?.unionName} line="登记一个任职。">
      <Section title="谁担任什么" padded>
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          style={{ maxWidth: 560 }}
          initialValues={{ fromOn: today(), fullTime: false, came: 'elected' }}
          onFinish={submit}
        >
          <Form.Item name="memberId" label="人选（本工会及下级登记的职工）" rules={[{ required: true, message: '请选择人选' }]}>
            <CandidateSelect unionId={unionId} />
          </Form.Item>
          <Form.Item name="kind" label="职务" rules={[{ required: true, message: '请选择职务' }]}>
            <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
          {kind && <p className="muted small">{postKinds[kind].duties.join('；')}</p>}
          <Form.Item name="title" label="对外名称（可不填，如：组织委员）" rules={[rule(NewAppointment.shape.title)]}>
            <Input />
          </Form.Item>
          <Form.Item name="portfolio" label="分工（可不填）" rules={[rule(NewAppointment.shape.portfolio)]}>
            <Input />
          </Form.Item>
          <Form.Item name="came" label="怎么产生的">
            <Radio.Group options={cameKinds.map((value) => ({ value, label: cameNames[value] }))} />
          </Form.Item>
          <Form.Item
            name="basis"
            label={came === 'appointed' ? '依据（可不填）' : '批复文号或会议'}
            rules={[rule(came === 'appointed' ? NewAppointment.shape.basis : NewAppointment.shape.basis.unwrap())]}
          >
            <Input placeholder="东工发〔2026〕3 号" />
          </Form.Item>
          <Form.Item name="fromOn" label="任职日" rules={[rule(NewAppointment.shape.fromOn)]}>
            <DayItem label="任职日" />
          </Form.Item>
          <Form.Item name="untilOn" label="任期至（当天仍在任）" rules={[rule(NewAppointment.shape.untilOn)]}>
            <DayItem label="任期至" />
          </Form.Item>
          <p className="acts">
            <Button onClick={() => term(3)}>一届三年</Button>
            <Button onClick={() => term(5)}>一届五年</Button>
          </p>
          <Form.Item name="fullTime" valuePropName="checked" style={{ marginTop: 18 }}>
            <Checkbox>专职</Checkbox>
          </Form.Item>
          <Form.Item name="ties" label="此人是不是（法律对这些人有限制，都不是就不选）">
            <Checkbox.Group
              options={Object.entries(ties).map(([value, label]) => ({ value, label }))}
              style={{ display: 'grid', gap: 6 }}
            />
          </Form.Item>
          <Button type="submit" kind="primary" busy={appoint.isPending}>
            登记任职
          </Button>
        </Form>
      </Section>
    </Page>
  )
}

/** Finds people by name, pinyin, initials or card number as one types. */
export function CandidateSelect({
  unionId,
  id,
  value,
  onChange,
}: {
  unionId: string
  id?: string
  value?: string
  onChange?: (id: string) => void
}) {
  const [text, setText] = useState('')
  const found = useQuery({
    ...api.posts.candidates.queryOptions({ input: { unionId, text: text.trim() } }),
    enabled: text.trim() !== '',
  })
  return (
    <Select
      {...(id && { id })}
      {...(value !== undefined && { value })}
      {...(onChange && { onChange })}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder="姓名、拼音首字母或会员证号"
      notFoundContent={text.trim() === '' ? '输入姓名开始找' : found.isFetching ? '正在找' : '没有找到；请先在会员里登记此人'}
      options={(found.data ?? []).map(({ id, name, unionName, number }) => ({
        value: id,
        label: `${name} · ${unionName}${number ? ` · ${number}` : ''}`,
      }))}
    />
  )
}
