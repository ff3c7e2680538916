import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Form, Input, Radio, Select } from 'antd'
import { Suspense } from 'react'
import { DayItem } from '#web/DayField'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { UnionPick } from '#desk/organisation/unions'
import { unionKindNames, unitTypeNames } from '#rules/organisation/unions'
import type { Asked, Change, ChangeKind, Paper } from '../contract.ts'
import { changeKindNames, dissolveGroundNames } from '../rules/names.ts'

type Values = { kind: ChangeKind; asked: Record<string, unknown>; grounds: string; effectiveOn: string; papers: string }
const must = [{ required: true, message: '请填写' }]
const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** Drafting a change, or mending one that was returned. */
export function DraftPage() {
  const { id } = useParams({ strict: false }) as { id?: string }
  const search: { union?: string } = useSearch({ strict: false })
  const { post } = useMe()
  const before = useQuery({
    ...api.changes.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: !!id,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const unionId = before.data?.unionId ?? search.union ?? post?.unionId
  const union = useQuery({ ...api.unions.get.queryOptions({ input: { id: unionId ?? '' } }), enabled: !!unionId })
  const isReady = union.data && (!id || before.data)
  return (
    <Page line={id ? '修改变更申请。' : '申请变更。'} above={union.data?.name}>
      {isReady && <DraftForm unionId={union.data.id} name={union.data.name} before={before.data} />}
    </Page>
  )
}

function DraftForm({ unionId, name, before }: { unionId: string; name: string; before: Change | undefined }) {
  const navigate = useNavigate()
  const save = useMutation(api.changes.save.mutationOptions({ meta: { quiet: true } }))
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form) ?? before?.kind ?? 'rename'
  const submit = (values: Values) =>
    save.mutate(
      {
        ...(before && { id: before.id, version: before.version }),
        unionId,
        asked: { shortName: null, ...values.asked, kind: values.kind } as Asked,
        grounds: values.grounds,
        effectiveOn: values.effectiveOn,
        papers: papersOf(values.papers ?? ''),
      },
      { onSuccess: ({ id }) => void navigate({ to: `/changes/${id}` as '/' }) },
    )
  const initial = before
    ? {
        kind: before.kind,
        asked: before.asked,
        grounds: before.grounds,
        effectiveOn: before.effectiveOn,
        papers: before.papers.map(({ title, number, day }) => [title, number, day].filter(Boolean).join('，')).join('\n'),
      }
    : { kind: 'rename', asked: { name }, effectiveOn: today() }
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={submit}
      scrollToFirstError
      className="stack"
    >
      <Section title="变更什么" padded>
        <Form.Item name="kind">
          <Radio.Group options={optionsOf(changeKindNames)} />
        </Form.Item>
        <Suspense fallback={<span className="bone row" />}>
          <Goal kind={kind} />
        </Suspense>
      </Section>
      <Section title="事由和文件" padded>
        <Form.Item name="grounds" label="事由" rules={[{ required: true, min: 4, message: '请写明事由，至少 4 个字' }]}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="papers" label="文件" extra="一行一份：名称，文号，日期。例：会员大会决议，恒工〔2026〕1 号，2026-03-01">
          <Input.TextArea rows={3} />
        </Form.Item>
        <Form.Item name="effectiveOn" label="生效日期" rules={must}>
          <DayItem label="生效日期" max={today()} />
        </Form.Item>
      </Section>
      {save.error && (
        <p className="late" role="alert">
          {inWords(save.error).title} {inWords(save.error).cite && <span className="cite">{inWords(save.error).cite}</span>}
        </p>
      )}
      <div className="acts">
        <Button type="submit" kind="primary" busy={save.isPending}>
          存下，看一遍再报送
        </Button>
      </div>
    </Form>
  )
}

/** What this kind of change asks for. */
function Goal({ kind }: { kind: ChangeKind }) {
  if (kind === 'rename')
    return (
      <div className="two">
        <Form.Item
          name={['asked', 'name']}
          label="新名称"
          rules={[{ required: true, min: 2, max: 80, message: '名称 2 至 80 个字' }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name={['asked', 'shortName']} label="简称">
          <Input maxLength={20} />
        </Form.Item>
      </div>
    )
  if (kind === 'move')
    return (
      <Form.Item name={['asked', 'parentId']} label="新的上级工会" rules={must}>
        <UnionPick anywhere />
      </Form.Item>
    )
  if (kind === 'kind')
    return (
      <div className="two">
        <Form.Item name={['asked', 'unionKind']} label="组织类型" rules={must}>
          <Select options={optionsOf(unionKindNames)} />
        </Form.Item>
        <Form.Item name={['asked', 'unitType']} label="单位类型" rules={must}>
          <Select options={optionsOf(unitTypeNames)} />
        </Form.Item>
      </div>
    )
  if (kind === 'chair')
    return (
      <Form.Item
        name={['asked', 'electedOn']}
        label="新主席当选日期"
        extra="姓名和任期登记在“任职”里，这里只报变更。"
        rules={must}
      >
        <DayItem label="新主席当选日期" max={today()} />
      </Form.Item>
    )
  return <Ending kind={kind} />
}

function Ending({ kind }: { kind: 'merge' | 'dissolve' }) {
  return (
    <>
      {kind === 'merge' ? (
        <Form.Item name={['asked', 'intoId']} label="并入哪家工会" rules={must}>
          <UnionPick anywhere />
        </Form.Item>
      ) : (
        <Form.Item name={['asked', 'ground']} label="依据" rules={must}>
          <Radio.Group options={optionsOf(dissolveGroundNames)} />
        </Form.Item>
      )}
      <Form.Item
        name={['asked', 'funds']}
        label="经费和财产怎样处置"
        rules={[{ required: true, min: 4, message: '至少 4 个字' }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name={['asked', 'isAudited']} label="审计或清理" initialValue={false}>
        <Radio.Group
          options={[
            { value: true, label: '已经完成' },
            { value: false, label: '还没有' },
          ]}
        />
      </Form.Item>
    </>
  )
}

/** One paper a line: title, number, day, split by commas of either kind. */
function papersOf(text: string): Paper[] {
  return text
    .split('\n')
    .map((line) => line.split(/[,，]/).map((part) => part.trim()))
    .filter(([title]) => title)
    .map(([title = '', ...rest]) => {
      const day = rest.find((part) => /^\d{4}-\d{2}-\d{2}$/.test(part)) ?? null
      return { title, number: rest.find((part) => part && part !== day) ?? null, day }
    })
}
