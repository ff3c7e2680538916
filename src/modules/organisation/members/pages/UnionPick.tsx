import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '#web/api'
import { useMe } from '#web/me'

/** Picks a union in one's scope: one's own at first, others by name or pinyin. */
export function UnionPick({ value, onChange }: { value?: string; onChange?: (id: string) => void }) {
  const { post } = useMe()
  const [words, setWords] = useState('')
  const { data } = useQuery({ ...api.unions.search.queryOptions({ input: { text: words } }), enabled: words !== '' })
  const own = post ? [{ value: post.unionId, label: post.unionName }] : []
  const found = data?.map(({ id, name, above }) => ({ value: id, label: above ? `${name}（${above}）` : name })) ?? []
  const options = words === '' ? own : found
  return (
    <Select
      {...(value !== undefined && { value })}
      {...(onChange && { onChange })}
      showSearch={{ filterOption: false, onSearch: (text) => setWords(text.trim()) }}
      options={options}
      placeholder="写工会名称或拼音首字母"
      notFoundContent={words ? '没有这个工会' : undefined}
    />
  )
}
