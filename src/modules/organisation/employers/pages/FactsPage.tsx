import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select } from 'antd'
import { Suspense } from 'react'
import { DayItem } from '#web/DayField'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { rule } from '#web/rule'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { UnionPick } from '#desk/organisation/unions'
import { Facts } from '../contract.ts'
import { unitKindNames } from '../rules/names.ts'

const fields = Object.keys(Facts.shape) as (keyof Facts)[]

/** Registering an employer, or correcting what is known of one. */
export function FactsPage() {
  const { id } = useParams({ strict: false }) as { id?: string }
  const before = useQuery({
    ...api.employers.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: !!id,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Page line={id ? '更正单位资料。' : '登记一家用人单位。'} above={before.data?.name}>
      {(!id || before.data) && <FactsForm id={id} version={before.data?.version} facts={before.data} />}
    </Page>
  )
}

type Props = { id: string | undefined; version: number | undefined; facts: Partial<Facts> | undefined }

function FactsForm({ id, version, facts }: Props) {
  const { post } = useMe()
  const navigate = useNavigate()
  const add = useMutation(api.employers.add.mutationOptions({ meta: { quiet: true } }))
  const correct = useMutation(api.employers.correct.mutationOptions({ meta: { quiet: true } }))
  const error = add.error ?? correct.error
  const open = (saved: { id: string }) => void navigate({ to: `/employers/${saved.id}` as '/' })
  const submit = (values: Partial<Facts>) => {
    const whole = Object.fromEntries(
      fields.map((field) => [field, values[field] === '' ? null : (values[field] ?? null)]),
    ) as Facts
    if (id && version) correct.mutate({ id, version, facts: whole }, { onSuccess: open })
    else add.mutate(whole, { onSuccess: open })
  }
  const text = (name: keyof Facts, label: string, extra?: string) => (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[{ ...rule(Facts.shape[name]), required: name === 'name' }]}
      validateTrigger="onBlur"
    >
      <Input allowClear />
    </Form.Item>
  )
  return (
    <Form<Partial<Facts>>
      layout="vertical"
      requiredMark={false}
      initialValues={{ unitKind: 'enterprise', unionId: post?.unionId, ...facts }}
      onFinish={submit}
      scrollToFirstError
      className="stack"
    >
      <Section title="单位" padded>
        <div className="two">
          {text('name', '单位全称')}
          {text('creditCode', '统一社会信用代码', '没有就空着')}
          <Form.Item name="unitKind" label="单位类型">
            <Select options={Object.entries(unitKindNames).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item name="unionId" label="属于哪个街道、乡镇或行业工会" rules={[{ required: true, message: '请选择' }]}>
            <UnionField />
          </Form.Item>
          {text('sector', '行业')}
          {text('ownership', '经济类型')}
          <Form.Item name="headcount" label="职工人数">
            <InputNumber min={0} max={9_999_999} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="setUpOn" label="设立日期" extra="建会期限从这天算">
            <DayItem label="设立日期" max={today()} />
          </Form.Item>
          {text('address', '地址')}
          {text('source', '资料来源')}
        </div>
      </Section>
      {error && (
        <p className="late" role="alert">
          {inWords(error).title}
        </p>
      )}
      <div className="acts">
        <Button type="submit" kind="primary" busy={add.isPending || correct.isPending}>
          保存
        </Button>
      </div>
    </Form>
  )
}

const UnionField = (props: { value?: string; onChange?: (id: string) => void }) => (
  <Suspense fallback={<span className="bone row" />}>
    <UnionPick {...props} />
  </Suspense>
)
