import { useEffect, useSyncExternalStore } from 'react'
import { Cite } from '#web/Cite'

export type Note = {
  title: string
  tone?: 'good' | 'bad'
  cite?: string | undefined
  /** The number of a fault, to be read to whoever mends it. */
  fault?: string | undefined
  /** One thing to do about it: take it back, look at it. */
  action?: { title: string; act: () => void }
}
type Shown = Note & { id: number }

let shown: readonly Shown[] = []
let count = 0
const watchers = new Set<() => void>()

function set(next: readonly Shown[]) {
  shown = next
  for (const watcher of watchers) watcher()
}

/** Shows a note at the foot of the screen; a good one goes after 6 s, one with something to do after 12 s, a bad one stays. */
export function notify(note: Note) {
  const same = shown.filter(({ title }) => title !== note.title)
  set([...same, { ...note, id: ++count }].slice(-3))
}

/** After an act that can be taken back: says so, and offers it for 12 s. */
export const undoable = (title: string, undo: () => void) => notify({ title, tone: 'good', action: { title: '撤销', act: undo } })

const dismiss = (id: number) => set(shown.filter((note) => note.id !== id))

function subscribe(watcher: () => void) {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Where notes appear; each shell has one. */
export function Notes() {
  const notes = useSyncExternalStore(subscribe, () => shown)
  return (
    <div className="notes" role="status" aria-live="polite">
      {notes.map((note) => (
        <NoteBox key={note.id} note={note} />
      ))}
    </div>
  )
}

function NoteBox({ note }: { note: Shown }) {
  const { id, tone, action, fault } = note
  useEffect(() => {
    if (tone === 'bad') return
    const timer = setTimeout(() => dismiss(id), action ? 12_000 : 6000)
    return () => clearTimeout(timer)
  }, [id, tone, action])
  return (
    <div className="note">
      <span className={tone === 'bad' ? 'late' : undefined} aria-hidden="true">
        {tone === 'bad' ? '！' : '✓'}
      </span>
      <p>
        {note.title} {note.cite && <Cite article={note.cite} />}
        {fault && <span className="faint small"> 故障编号 {fault}</span>}
      </p>
      {action && (
        <button
          type="button"
          onClick={() => {
            dismiss(id)
            action.act()
          }}
        >
          {action.title}
        </button>
      )}
      <button type="button" aria-label="知道了" onClick={() => dismiss(id)}>
        ×
      </button>
    </div>
  )
}
