import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api, randomId } from '#web/api'
import { ask } from '#web/ask'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { smallPicture } from '#web/offline/picture'
import { useQueuedMutation, useQueue } from '#web/queue'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { NewPhoto, Photo } from '../../contract.ts'

type Props = { visitId: string; photos: readonly Photo[]; beforehand: () => Promise<unknown> }

/** Pictures: made small on the phone, kept there until they are sent. `beforehand`: the visit itself must be on its way first. */
export function Photos({ visitId, photos, beforehand }: Props) {
  const id = useId()
  const [isBusy, setBusy] = useState(false)
  const adding = useQueuedMutation(api.visits.addPhoto, '走访照片')
  const removing = useQueuedMutation(api.visits.removePhoto, '去掉照片')
  const queue = useQueue()
  const waiting = queue
    .filter(({ path, about }) => path === 'visits.addPhoto' && about === visitId)
    .map(({ input }) => input as NewPhoto)
    .filter((each) => !photos.some((photo) => photo.id === each.id))
  const add = async (files: FileList | null) => {
    setBusy(true)
    try {
      await beforehand()
      for (const file of files ?? []) await adding.send({ id: randomId(), visitId, ...(await smallPicture(file)) }, visitId)
    } catch (error) {
      notify({ tone: 'bad', ...inWords(error) })
    }
    setBusy(false)
  }
  const remove = async (photo: Photo) => {
    const going = await ask({ title: '去掉这张照片？', act: '去掉' })
    if (going !== false)
      await removing.send({ id: photo.id }, visitId).catch((error: unknown) => notify({ tone: 'bad', ...inWords(error) }))
  }
  return (
    <Section title="照片" note="拍人先问一声" padded>
      <div className="photos">
        {photos.map((photo) => (
          <Picture key={photo.id} photo={photo} remove={() => remove(photo)} />
        ))}
        {waiting.map(({ id: key, type, body }) => (
          <figure key={key}>
            <img src={`data:${type};base64,${body}`} alt="等着送出的照片" />
            <figcaption className="small muted">等有网就送</figcaption>
          </figure>
        ))}
      </div>
      <label className="btn" htmlFor={id} aria-busy={isBusy}>
        拍照或选照片
      </label>
      <input
        id={id}
        className="only-read"
        type="file"
        accept="image/*"
        multiple
        onChange={(event) => {
          void add(event.target.files).finally(() => {
            event.target.value = ''
          })
        }}
      />
    </Section>
  )
}

function Picture({ photo, remove }: { photo: Photo; remove: () => void }) {
  const { data } = useQuery({
    ...api.visits.myPhoto.queryOptions({ input: { id: photo.id } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <figure>
      {data ? <img src={`data:${data.type};base64,${data.body}`} alt={photo.caption ?? '走访照片'} /> : <span className="bone" />}
      <Button kind="link" onClick={remove}>
        去掉
      </Button>
    </figure>
  )
}
