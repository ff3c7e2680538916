import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { DeputiesOf } from './DeputiesPage.tsx'

/** The deputies of the union acted for. */
export function OwnTermPage() {
  const { post } = useMe()
  return post ? (
    <DeputiesOf unionId={post.unionId} />
  ) : (
    <Page line="职工代表。">
      <EmptyState title="请先选择以哪个职务办理" />
    </Page>
  )
}
