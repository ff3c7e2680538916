import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { FindBox } from '#web/FindBox'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Bones } from '#web/Shelter'
import { useView } from '#web/useView'
import { count } from '#web/words'
import type { Listing } from '../contract.ts'
import { stateNames, states } from '../rules.ts'
import { NoticeList } from './NoticeList.tsx'
import './notices.css'

/** 提醒: what one was told, what is still to be done; on the desk and on the phone. */
export function InboxPage() {
  const waiting = useQuery(api.notices.count.queryOptions()).data
  const readAll = useMutation(api.notices.readAll.mutationOptions())
  const mark = () =>
    readAll.mutate(undefined, { onSuccess: ({ count: marked }) => notify({ tone: 'good', title: `${marked} 条标为已看` }) })
  return (
    <Page
      line={lineOf(waiting)}
      above="只提醒要您办的事；办好的不再提醒"
      acts={
        <>
          {waiting && waiting.unread > 0 && (
            <Button busy={readAll.isPending} onClick={mark}>
              全部标为已看
            </Button>
          )}
          <Link to={'/notices/preferences' as '/'} className="btn plain">
            接收方式
          </Link>
        </>
      }
    >
      <Inbox />
    </Page>
  )
}

function lineOf(waiting: { unread: number; open: number } | undefined) {
  if (!waiting) return '提醒'
  if (waiting.open === 0) return '没有要您办的事。'
  return waiting.unread
    ? `${count(waiting.open)} 件事等您，${count(waiting.unread)} 件还没看。`
    : `${count(waiting.open)} 件事等您，都看过了。`
}

function Inbox() {
  const [view, change] = useView(['state', 'kind'])
  const state = (view.filters.state?.[0] ?? 'open') as Listing['state']
  const kind = view.filters.kind?.[0]
  const kinds = useQuery(api.notices.preference.queryOptions()).data?.kinds ?? []
  const input = {
    ...{ page: view.page, size: view.size, state },
    ...(kind && { kind: [kind] }),
    ...(view.find && { text: view.find }),
  }
  const list = useQuery({
    ...api.notices.list.queryOptions({ input }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data
  const filter = (next: Record<string, string | undefined>) => {
    const wanted = Object.entries({ state, kind, ...next }).flatMap(([key, value]) =>
      value && value !== 'open' ? [[key, [value]] as [string, string[]]] : [],
    )
    change({ filters: Object.fromEntries(wanted) })
  }
  return (
    <section className="card" aria-label="提醒">
      <div className="list-bar notice-bar">
        <span className="pills">
          {states.map((each) => (
            <button
              key={each}
              type="button"
              className="pill"
              aria-pressed={state === each}
              onClick={() => filter({ state: each })}
            >
              {stateNames[each]}
            </button>
          ))}
        </span>
        <select aria-label="种类" value={kind ?? ''} onChange={({ target }) => filter({ kind: target.value || undefined })}>
          <option value="">所有种类</option>
          {kinds.map((each) => (
            <option key={each.kind} value={each.kind}>
              {each.title}
            </option>
          ))}
        </select>
        <FindBox hint="标题里的字" found={view.find} find={(find) => change({ find })} />
      </div>
      {list ? <NoticeList {...list} state={state} view={view} turn={(page) => change({ page })} /> : <Bones />}
    </section>
  )
}
