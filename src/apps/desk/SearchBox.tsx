import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useMe } from '#web/me'
import type { Hit } from '#web/menu'
import { menu, search } from './pages.tsx'

type Found = { title: string; hits: Hit[] }

/** One search for everything one may see: pages at once, then what each module finds. */
export function SearchBox() {
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const navigate = useNavigate()
  const found = useFound(words.trim())
  const hits = found.flatMap((group) => group.hits)
  useCtrlK(() => input.current?.select())
  const go = (hit: Hit | undefined) => {
    if (!hit) return
    setOpen(false)
    setWords('')
    input.current?.blur()
    void navigate({ to: hit.to as '/' })
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && hits.length > 0) {
      event.preventDefault()
      setAt((at + step + hits.length) % hits.length)
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(hits[at])
    if (event.key === 'Escape') setOpen(false)
  }
  const isShown = isOpen && words.trim() !== ''
  return (
    <search
      className="search"
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setOpen(false)}
    >
      <input
        ref={input}
        value={words}
        placeholder="找会员、工会、条款、页面（拼音也可以）"
        role="combobox"
        aria-label="找会员、工会、条款、页面"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-activedescendant={isShown && hits[at] ? `${listId}-${at}` : undefined}
        autoComplete="off"
        onFocus={() => setOpen(true)}
        onKeyDown={press}
        onChange={(event) => {
          setWords(event.target.value)
          setOpen(true)
          setAt(0)
        }}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
      {isShown && <Finds id={listId} found={found} at={at} go={go} words={words} />}
    </search>
  )
}

function Finds({ id, found, at, go, words }: { id: string; found: Found[]; at: number; go: (hit: Hit) => void; words: string }) {
  const order = found.flatMap(({ hits }) => hits)
  return (
    <div className="panel finds" role="listbox" id={id} aria-label="找到的">
      {found.every(({ hits }) => hits.length === 0) && (
        <p className="muted">没有找到“{words}”。可以只写姓名的拼音首字母，或换一个说法。</p>
      )}
      {found.map(
        ({ title, hits }) =>
          hits.length > 0 && (
            <div key={title} role="group" aria-label={title}>
              <p className="faint small">{title}</p>
              {hits.map((hit) => {
                const index = order.indexOf(hit)
                return (
                  <button
                    key={hit.id}
                    id={`${id}-${index}`}
                    type="button"
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === at}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => go(hit)}
                  >
                    {hit.title}
                    {hit.note && <span className="faint small">{hit.note}</span>}
                  </button>
                )
              })}
            </div>
          ),
      )}
    </div>
  )
}

function useCtrlK(focus: () => void) {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      focus()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}

function useFound(words: string) {
  const { permissions } = useMe()
  const [found, setFound] = useState<{ words: string; groups: Found[] }>({ words: '', groups: [] })
  useEffect(() => {
    const stop = new AbortController()
    if (words === '') return
    const allowed = <T extends { permission?: (typeof permissions)[number] }>({ permission }: T) =>
      !permission || permissions.includes(permission)
    const add = (title: string, hits: Hit[]) => {
      if (stop.signal.aborted) return
      setFound((before) => {
        const others = before.words === words ? before.groups.filter((group) => group.title !== title) : []
        return { words, groups: [...others, { title, hits }] }
      })
    }
    void pagesNamed(words, menu.filter(allowed)).then((hits) => add('页面', hits))
    const timer = setTimeout(() => {
      for (const { title, find } of search.filter(allowed))
        find(words, stop.signal).then(
          (hits) => add(title, hits),
          () => {},
        )
    }, 150)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [words, permissions])
  return found.words === words ? found.groups : []
}

async function pagesNamed(words: string, entries: typeof menu): Promise<Hit[]> {
  const byPinyin = /^[a-z]+$/i.test(words) ? (await import('pinyin-pro')).match : undefined
  const named = ({ title, also = '' }: (typeof menu)[number]) =>
    title.includes(words) || also.includes(words) || byPinyin?.(title, words)
  return entries.filter(named).map(({ title, to, branch }) => ({ id: to, title, note: branch, to }))
}
