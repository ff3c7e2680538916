import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count } from '#web/words'
import type { Issue, Whole } from '../contract.ts'

/** Every bad cell with its reason, to be put right here or in the marked workbook. */
export function Issues({ data: { id, issues, counts, found, state } }: { data: Whole }) {
  const marked = useMutation(
    api.imports.marked.mutationOptions({ onSuccess: ({ id: ticket }) => location.assign(`/files/${ticket}`) }),
  )
  const isOpen = state === 'read' || state === 'checked'
  const all = counts?.issues ?? issues.length
  return (
    <Section
      title="要改的格子"
      note={all > issues.length ? `共 ${count(all)} 处，这里列出前 ${count(issues.length)} 处` : `共 ${count(all)} 处`}
      foot={
        <div className="foot">
          <Button busy={marked.isPending} onClick={() => marked.mutate({ id })}>
            下载标出问题的 Excel
          </Button>
          <span className="muted">坏格子涂成浅红，原因写在最后一列；改好后直接重新上传。</span>
        </div>
      }
    >
      <table className="plain">
        <thead>
          <tr>
            {found.length > 1 && <th scope="col">工作表</th>}
            <th scope="col">行</th>
            <th scope="col">列</th>
            <th scope="col">现在填的</th>
            <th scope="col">为什么不行</th>
            {isOpen && <th scope="col">改成</th>}
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={`${issue.sheetIndex}/${issue.row}/${issue.key}`}>
              {found.length > 1 && <td>{found.find(({ sheetIndex }) => sheetIndex === issue.sheetIndex)?.sheet}</td>}
              <td className="faint">{issue.row}</td>
              <td>
                {issue.title}
                {issue.letter && <span className="faint">（{issue.letter}）</span>}
              </td>
              <td>{issue.raw || <span className="faint">空</span>}</td>
              <td>{issue.reason}</td>
              {isOpen && (
                <td>
                  <Mend id={id} issue={issue} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Mend({ id, issue: { sheetIndex, row, key, raw, suggestion } }: { id: string; issue: Issue }) {
  const mend = useMutation(api.imports.mend.mutationOptions())
  const [text, setText] = useState(suggestion ?? raw)
  const submit = (value: string) => mend.mutate({ id, sheetIndex, row, values: { [key]: value } })
  return (
    <form
      className="mend"
      onSubmit={(event) => {
        event.preventDefault()
        submit(text)
      }}
    >
      <input aria-label={`第 ${row} 行改成`} value={text} onChange={({ target }) => setText(target.value)} />
      <Button type="submit" busy={mend.isPending}>
        {suggestion && text === suggestion ? '采用' : '改'}
      </Button>
    </form>
  )
}
