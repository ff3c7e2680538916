import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api } from '#web/api'
import { usePermission } from '#web/me'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import { refuse } from '#law/verdict'
import type { Information } from '../contract.ts'
import { mayReply } from '../rules.ts'

/** What the unions said to each other about it: a receiver sees its own thread, the sender all of them. */
export function Replies({ found }: { found: Information }) {
  const { replies, isOwn, recipientId, version } = found
  const mayWrite = usePermission('unions.file')
  const threads = [...Map.groupBy(replies, (reply) => reply.recipientId)]
  if (version === 0 || (isOwn && threads.length === 0)) return null
  const isSilent = !isOwn && threads.length === 0 && !(recipientId && mayWrite)
  if (isSilent) return null
  return (
    <Section
      title={isOwn ? `${threads.length} 个工会有回复` : '回复'}
      note={isOwn ? '各工会只看到自己的' : '只有双方和上级看得到'}
    >
      {threads.map(([thread, said]) => (
        <div key={thread} className="thread">
          <ul>
            {said.map(({ id, byUnion, byName, body, at }) => (
              <li key={id}>
                <p className="faint small">
                  {byUnion} {byName} · {momentInWords(at)}
                </p>
                <p className="written">{body}</p>
              </li>
            ))}
          </ul>
          {mayWrite && isOwn && <ReplyForm found={found} recipientId={thread} label={`回复${said[0]!.unionName}`} />}
        </div>
      ))}
      {mayWrite && !isOwn && recipientId && (
        <div className="thread">
          <ReplyForm found={found} recipientId={recipientId} label={`回复${found.unionName}`} />
        </div>
      )}
    </Section>
  )
}

function ReplyForm({ found, recipientId, label }: { found: Information; recipientId: string; label: string }) {
  const id = useId()
  const [body, set] = useState('')
  const reply = useMutation(api.information.reply.mutationOptions())
  const verdict = mayReply(found.state, true) ?? (body.trim() ? null : refuse('information.empty', '请先写回复'))
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault()
        if (!verdict) reply.mutate({ id: found.id, recipientId, body: body.trim() }, { onSuccess: () => set('') })
      }}
    >
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <textarea id={id} rows={3} maxLength={4000} value={body} onChange={({ target }) => set(target.value)} />
      </div>
      <p className="acts">
        <RuledButton type="submit" verdict={verdict} busy={reply.isPending}>
          发送回复
        </RuledButton>
      </p>
    </form>
  )
}
