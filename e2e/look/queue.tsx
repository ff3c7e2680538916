import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { api, queryClient } from '#web/api'
import { inWords } from '#web/faults'
import { Notes } from '#web/notes'
import { QueueWatch, useQueuedMutation } from '#web/queue'
import '../../src/web/base.css'
import '../../src/web/parts.css'

/** A page with one queued act, for `queue.spec.ts`. */
function Queued() {
  const act = useQueuedMutation(api.me.actAs, '换任职')
  const [said, say] = useState('')
  const send = () => act.send({ postId: null }).then(say, (error: unknown) => say(inWords(error).title))
  return (
    <p>
      <button type="button" onClick={send}>
        送出
      </button>
      <output>{said}</output>
      <span id="waiting">{act.waiting.length}</span>
    </p>
  )
}

createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={queryClient}>
    <Suspense>
      <QueueWatch />
      <Queued />
    </Suspense>
    <Notes />
  </QueryClientProvider>,
)
