import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { Button } from '#web/RuledButton'
import { save } from '#web/save'
import type { Proposal } from '../contract.ts'
import { fileKinds } from '../contract/words.ts'

type Face = 'desk' | 'pocket'
type File = Proposal['files'][number]

/** Voice notes, pictures and evidence. */
export const Attached = ({ files, face }: { files: readonly File[]; face: Face }) =>
  files.length === 0 ? null : (
    <div className="attached">
      {files.map((file) => (
        <One key={file.id} file={file} face={face} />
      ))}
    </div>
  )

function One({ file: { id, kind, type, seconds }, face }: { file: File; face: Face }) {
  const call = face === 'desk' ? api.proposals.file : api.proposals.myFile
  const { data } = useQuery({ ...call.queryOptions({ input: { id } }), staleTime: Number.POSITIVE_INFINITY })
  if (!data) return <span className="bone short" />
  const source = `data:${data.type};base64,${data.body}`
  if (kind === 'voice') return <audio controls src={source} aria-label={`录音 ${seconds ?? ''} 秒`} />
  if (type.startsWith('image/')) return <img src={source} alt={fileKinds[kind]} height={120} />
  const bytes = () => Uint8Array.from(atob(data.body), (letter) => letter.charCodeAt(0))
  return (
    <Button onClick={() => save(new Blob([bytes()], { type }), `${fileKinds[kind]}.${type.split('/').at(-1)}`)}>
      下载{fileKinds[kind]}
    </Button>
  )
}
