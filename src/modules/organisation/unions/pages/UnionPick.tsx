import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '#web/api'
import { useMe } from '#web/me'

type Props = {
  value?: string
  onChange?: (id: string) => void /** Also unions beyond one's scope, by their public names. */
  anywhere?: boolean
  id?: string
}

/** Picks a union by name, pinyin or initials: one's own at first. */
export function UnionPick({ value, onChange, anywhere, id }: Props) {
  const { post } = useMe()
  const [words, setWords] = useState('')
  const within = useQuery({ ...api.unions.search.queryOptions({ input: { text: words } }), enabled: words !== '' && !anywhere })
  const beyond = useQuery({
    ...api.unions.directory.queryOptions({ input: { text: words } }),
    enabled: words !== '' && anywhere === true,
  })
  const chosen = useQuery({ ...api.unions.get.queryOptions({ input: { id: value ?? '' } }), enabled: !!value })
  const own = chosen.data ?? (post && !anywhere ? { id: post.unionId, name: post.unionName } : null)
  const found = (anywhere ? beyond.data : within.data) ?? []
  const options =
    words === ''
      ? own
        ? [{ value: own.id, label: own.name }]
        : []
      : found.map((union) => ({ value: union.id, label: union.above ? `${union.name}（${union.above}）` : union.name }))
  return (
    <Select
      {...(id && { id })}
      {...(value !== undefined && { value })}
      {...(onChange && { onChange })}
      showSearch={{ filterOption: false, onSearch: (text) => setWords(text.trim()) }}
      options={options}
      placeholder="写工会名称或拼音首字母"
      notFoundContent={words ? '没有这个工会' : undefined}
      style={{ minWidth: 240 }}
    />
  )
}
