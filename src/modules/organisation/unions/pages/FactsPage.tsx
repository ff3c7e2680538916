import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select } from 'antd'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { rule } from '#web/rule'
import { Section } from '#web/Section'
import { type Detail, Facts } from '../contract.ts'
import { chairModeNames } from '../rules/names.ts'
import './unions.css'

const fields = Object.keys(Facts.shape) as (keyof Facts)[]

/** 更正基本情况. A field left empty says not known. */
export function FactsPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useQuery({ ...api.unions.get.queryOptions({ input: { id } }), staleTime: Number.POSITIVE_INFINITY })
  return (
    <Page line="更正基本情况。" above={data?.name}>
      {data && <FactsForm union={data} />}
    </Page>
  )
}

function FactsForm({ union }: { union: Detail }) {
  const navigate = useNavigate()
  const correct = useMutation(api.unions.correct.mutationOptions({ meta: { quiet: true } }))
  const { id, version } = union
  const back = () => void navigate({ to: `/unions/${id}` as '/' })
  const submit = (values: Partial<Facts>) => {
    const facts = Object.fromEntries(
      fields.map((field) => [field, values[field] === '' ? null : (values[field] ?? null)]),
    ) as Facts
    correct.mutate(
      { id, version, facts },
      {
        onSuccess: () => {
          notify({ tone: 'good', title: '已保存' })
          back()
        },
      },
    )
  }
  return (
    <Form<Partial<Facts>>
      layout="vertical"
      requiredMark={false}
      initialValues={union}
      onFinish={submit}
      scrollToFirstError
      className="stack"
    >
      <Section title="工会和单位" padded>
        <div className="two">
          <Text name="shortName" label="简称" />
          <Text name="code" label="工会编号" />
          <Text name="creditCode" label="工会统一社会信用代码" extra="81 或 89 开头，18 位" />
          <Text name="unitName" label="所在单位全称" />
          <Text name="unitCreditCode" label="单位统一社会信用代码" />
          <Text name="ownership" label="经济类型" />
          <Text name="sector" label="行业" />
          <Text name="place" label="所在地" />
          <Text name="address" label="地址" />
          <Numeric name="staffCount" label="职工人数" />
        </div>
      </Section>
      <Section title="规范化建设与编制" note="空着表示还不清楚" padded>
        <div className="two">
          <Flag name="hasSeal" label="公章" />
          <Flag name="hasPlate" label="挂牌" />
          <Flag name="hasAccount" label="独立账户" />
          <Flag name="hasCertificate" label="法人资格证书" />
          <Text name="certificateUntil" label="证书有效期至" extra="如 2028-06-30" />
          <Form.Item name="chairMode" label="主席产生方式">
            <Select allowClear options={Object.entries(chairModeNames).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Flag name="hasOwnOffice" label="独立办公机构" />
          <Flag name="isMergedWithParty" label="与党群部门合署" />
          <Numeric name="fullTimePosts" label="核定专职岗位" />
          <Numeric name="partTimePosts" label="核定兼职岗位" />
        </div>
      </Section>
      {correct.error && (
        <p className="late" role="alert">
          {inWords(correct.error).title}
        </p>
      )}
      <div className="acts">
        <Button type="submit" kind="primary" busy={correct.isPending}>
          保存
        </Button>
        <Button onClick={back}>先不办</Button>
      </div>
    </Form>
  )
}

type Field = { name: keyof Facts; label: string; extra?: string }

const Text = ({ name, label, extra }: Field) => (
  <Form.Item
    name={name}
    label={label}
    extra={extra}
    rules={[{ ...rule(Facts.shape[name].optional()), required: false }]}
    validateTrigger="onBlur"
  >
    <Input allowClear />
  </Form.Item>
)

const Numeric = ({ name, label }: Field) => (
  <Form.Item name={name} label={label}>
    <InputNumber min={0} max={9_999_999} precision={0} style={{ width: '100%' }} />
  </Form.Item>
)

const Flag = ({ name, label }: Field) => (
  <Form.Item name={name} label={label}>
    <Select
      allowClear
      placeholder="未登记"
      options={[
        { value: true, label: '有 / 是' },
        { value: false, label: '没有 / 否' },
      ]}
    />
  </Form.Item>
)
