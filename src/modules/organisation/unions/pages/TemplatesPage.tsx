import { useMutation, useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '#web/api'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { UnitType } from '../contract.ts'
import { mechanisms, type Template, templateOf, type Words, wordTitles } from '../rules.ts'
import { unitTypeNames } from '../rules/names.ts'
import './unions.css'

/** 单位类型模板: what things are called, and which mechanisms are used, in each type of unit. */
export function TemplatesPage() {
  const { data } = useQuery(api.unions.templates.queryOptions())
  const types = Object.keys(unitTypeNames) as UnitType[]
  const [shown, show] = useState(types[0]!)
  return (
    <Page line="六类单位，各有各的叫法。" above="改了以后，全地区这一类单位的页面和文书都跟着变">
      {data && (
        <Section title="单位类型模板" padded>
          <div className="chips" role="group" aria-label="单位类型">
            {types.map((unitType) => (
              <button
                key={unitType}
                type="button"
                className="pill"
                aria-pressed={unitType === shown}
                onClick={() => show(unitType)}
              >
                {unitTypeNames[unitType]}
              </button>
            ))}
          </div>
          <TemplateForm key={shown} template={data.find(({ unitType }) => unitType === shown) ?? templateOf(shown)} />
        </Section>
      )}
    </Page>
  )
}

function TemplateForm({ template }: { template: Template }) {
  const set = useMutation(api.unions.setTemplate.mutationOptions({ onSuccess: () => notify({ tone: 'good', title: '已保存' }) }))
  const { unitType, version, words, unused } = template
  const used = Object.keys(mechanisms).filter((name) => !unused.includes(name))
  const submit = ({ used: chosen, ...named }: Words & { used: string[] }) =>
    set.mutate({ unitType, version, words: named, unused: Object.keys(mechanisms).filter((name) => !chosen.includes(name)) })
  return (
    <Form<Words & { used: string[] }>
      key={version}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...words, used }}
      onFinish={submit}
    >
      <div className="two">
        {(Object.keys(wordTitles) as (keyof Words)[]).map((word) => (
          <Form.Item
            key={word}
            name={word}
            label={wordTitles[word]}
            rules={[{ required: true, max: 20, message: '请填写，最多 20 个字' }]}
          >
            <Input />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="used" label="使用的机制">
        <Checkbox.Group options={Object.entries(mechanisms).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Button type="submit" kind="primary" busy={set.isPending}>
        保存
      </Button>
    </Form>
  )
}
