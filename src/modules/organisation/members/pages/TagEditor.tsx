import { useMutation } from '@tanstack/react-query'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { useMe } from '#web/me'
import { Section } from '#web/Section'
import type { MemberRecord } from '../contract.ts'
import { type TagCode, tagCodes, tags } from '../contract/words.ts'

/** The groups a person belongs to; one press adds or takes away. Sensitive ones are there only for the entitled. */
export function TagEditor({ record, mayManage }: { record: MemberRecord; mayManage: boolean }) {
  const { permissions } = useMe()
  const add = useMutation(api.members.tag.mutationOptions())
  const remove = useMutation(api.members.untag.mutationOptions())
  const current = record.tags.filter(({ until }) => until === null).map(({ tag }) => tag)
  const offered = tagCodes.filter((code) => !tags[code].sensitive || permissions.includes('members.sensitive'))
  const turn = (tag: TagCode) =>
    current.includes(tag) ? remove.mutate({ id: record.id, tag }) : add.mutate({ id: record.id, tag })
  return (
    <Section title="标签" note={mayManage ? '点一下加上，再点去掉' : undefined} padded>
      <div className="chips">
        {mayManage
          ? offered.map((tag) => (
              <button key={tag} type="button" className="pill" aria-pressed={current.includes(tag)} onClick={() => turn(tag)}>
                {tags[tag].name}
              </button>
            ))
          : current.map((tag) => <Chip key={tag}>{tags[tag].name}</Chip>)}
        {!mayManage && current.length === 0 && <span className="faint">没有标签</span>}
      </div>
    </Section>
  )
}
