import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count } from '#web/words'
import { Picture } from './Picture.tsx'
import './today.css'

/** 全景: every union of one's subtree, or of one town, on one screen. */
export function PicturePage() {
  const { post } = useMe()
  const { union }: { union?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const picture = useQuery(api.today.picture.queryOptions({ input: union ? { unionId: union } : {} }))
  const { data } = picture
  if (picture.error)
    return (
      <Page line="全景现在取不到。">
        <EmptyState title={inWords(picture.error).title} act={<Button onClick={() => picture.refetch()}>再试一次</Button>} />
      </Page>
    )
  const late = data?.cells.filter(({ standing }) => standing === 'late').length ?? 0
  return (
    <Page
      line={
        data ? (
          <>
            {data.unionName}和下级共 {count(data.cells.length)} 家工会，
            {late > 0 ? (
              <>
                <em>{count(late)}</em> 家有事过期。
              </>
            ) : (
              '没有一家有事过期。'
            )}
          </>
        ) : (
          '全景'
        )
      }
      above={
        union ? (
          <Link to={'/picture' as '/'} className="plain-link">
            {post?.unionName}全景
          </Link>
        ) : (
          post?.unionName
        )
      }
      acts={
        <>
          {data && union && (
            <Link to={`/unions/${data.unionId}/duties` as '/'} className="btn plain">
              看本级的事
            </Link>
          )}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <Section title="一格一家" note="大小是会员人数，颜色是最差的一件事">
        {data ? (
          <Picture groups={data.groups} cells={data.cells} open={(id) => void navigate({ to: `/unions/${id}/duties` as '/' })} />
        ) : (
          <span className="bone row" />
        )}
      </Section>
    </Page>
  )
}
