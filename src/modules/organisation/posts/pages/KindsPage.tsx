import { useMutation, useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { type Power, powers } from '#kit/powers'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { momentInWords } from '#web/words'
import type { KindShown } from '../contract.ts'
import { bodies, bodyNames } from '../rules.ts'

/** 职责与权限: what each kind of post owes and may do; the security administrator changes it for the federation. */
export function KindsPage() {
  const kinds = useQuery({ ...api.posts.kinds.queryOptions(), throwOnError: true }).data
  const [open, setOpen] = useState<string>()
  if (!kinds) return <Bones />
  const changed = kinds.filter(({ isChanged }) => isChanged).length
  return (
    <Page
      above="任职与五委"
      line={`${kinds.length} 种职务，各有职责和权限${changed ? `，其中 ${changed} 种由本地区调整过` : ''}。`}
    >
      {bodies.map((body) => (
        <Section key={body} title={bodyNames[body]}>
          <ul className="duties">
            {kinds
              .filter((kind) => kind.body === body)
              .map((kind) => (
                <KindRow
                  key={kind.kind}
                  kind={kind}
                  isOpen={open === kind.kind}
                  open={(is) => setOpen(is ? kind.kind : undefined)}
                />
              ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}

function KindRow({ kind, isOpen, open }: { kind: KindShown; isOpen: boolean; open: (is: boolean) => void }) {
  const mayAdjust = usePermission('security.manage')
  return (
    <li className="duty plain">
      <div>
        <p className="duty-title">
          {kind.title} <span className="faint small">{kind.holders} 人在任</span>{' '}
          {kind.isChanged && <Chip hue="blue">本地区调整过</Chip>} {kind.secondFactor && <Chip>要第二步验证</Chip>}
        </p>
        <p className="muted">职责：{kind.duties.join('；')}</p>
        <p className="muted">权限：{kind.powers.map((power) => powers[power as Power]).join('、') || '没有'}</p>
        {isOpen && <KindDetail kind={kind} done={() => open(false)} />}
      </div>
      <Button aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {isOpen ? '收起' : mayAdjust ? '调整' : '查看变更'}
      </Button>
    </li>
  )
}

function KindDetail({ kind, done }: { kind: KindShown; done: () => void }) {
  const mayAdjust = usePermission('security.manage')
  const history = useQuery(api.posts.kindHistory.queryOptions({ input: { kind: kind.kind } })).data
  return (
    <div style={{ marginTop: 12 }}>
      {history?.length === 0 && <p className="faint">没有调整过，用的是系统自带的职责和权限。</p>}
      {history?.map(({ id, madeAt, reason, powers: held }) => (
        <p key={id} className="small">
          {momentInWords(madeAt)} 起，{held.length} 项权限。理由：{reason}
        </p>
      ))}
      {mayAdjust && <AdjustForm kind={kind} done={done} />}
    </div>
  )
}

type Fields = { duties: string; powers: Power[]; secondFactor: boolean; reason: string }

function AdjustForm({ kind, done }: { kind: KindShown; done: () => void }) {
  const adjust = useMutation(api.posts.adjustKind.mutationOptions())
  const submit = ({ duties, ...fields }: Fields) =>
    adjust.mutate(
      { kind: kind.kind, ...fields, duties: duties.split('\n').flatMap((line) => line.trim() || []) },
      {
        onSuccess: () => {
          notify({ tone: 'good', title: `${kind.title}的职责和权限已调整，今天起生效` })
          done()
        },
      },
    )
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      style={{ maxWidth: 560, marginTop: 12 }}
      initialValues={{ ...kind, duties: kind.duties.join('\n'), reason: '' }}
      onFinish={submit}
    >
      <Form.Item name="duties" label="职责，一行一条" rules={[{ required: true, message: '至少写一条职责' }]}>
        <Input.TextArea rows={4} />
      </Form.Item>
      <Form.Item name="powers" label="权限">
        <Checkbox.Group
          options={Object.entries(powers).map(([value, label]) => ({ value, label }))}
          style={{ display: 'grid', gap: 6 }}
        />
      </Form.Item>
      <Form.Item name="secondFactor" valuePropName="checked">
        <Checkbox>登录要第二步验证</Checkbox>
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={[{ required: true, min: 4, message: '请写明理由，至少 4 个字' }]}>
        <Input />
      </Form.Item>
      <Button type="submit" kind="primary" busy={adjust.isPending}>
        调整，今天起生效
      </Button>
    </Form>
  )
}
