import { type ChangeEvent, useId, useState } from 'react'
import { notify } from '#web/notes'

export type Upload = { id: string; name: string; size: number }
type Props = {
  kept: { id: string; name: string }[]
  drop: (id: string) => void
  uploads: Upload[]
  change: (uploads: Upload[]) => void
}

/** Attachments: those that stay, those just uploaded, and a way to add more. */
export function Files({ kept, drop, uploads, change }: Props) {
  const id = useId()
  const [isBusy, setBusy] = useState(false)
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(target.files ?? [])]
    setBusy(true)
    const sent: Upload[] = []
    for (const file of chosen) {
      const response = await fetch(`/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file }).catch(
        () => null,
      )
      if (response?.ok) sent.push((await response.json()) as Upload)
      else notify({ tone: 'bad', title: `${file.name} 没有传上来，请再试一次` })
    }
    change([...uploads, ...sent])
    target.value = ''
    setBusy(false)
  }
  return (
    <div className="field">
      <label htmlFor={id}>附件{isBusy && '（正在上传…）'}</label>
      <input id={id} type="file" multiple disabled={isBusy} onChange={add} />
      {kept.length + uploads.length > 0 && (
        <ul className="chosen">
          {[...kept.map((file) => ({ ...file, isNew: false })), ...uploads.map((file) => ({ ...file, isNew: true }))].map(
            (file) => (
              <li key={file.id}>
                {file.name}{' '}
                <button
                  type="button"
                  className="link"
                  aria-label={`去掉 ${file.name}`}
                  onClick={() => (file.isNew ? change(uploads.filter((each) => each.id !== file.id)) : drop(file.id))}
                >
                  去掉
                </button>
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  )
}
