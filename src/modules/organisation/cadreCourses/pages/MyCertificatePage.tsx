import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { Page } from '#web/Page'
import { Certificate } from './Certificate.tsx'

/** One's own certificate, on the phone. */
export function MyCertificatePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useSuspenseQuery(api.cadreCourses.certificateMine.queryOptions({ input: { id } }))
  return (
    <Page line="我的结业证书" above="干部培训">
      <Certificate training={data} />
    </Page>
  )
}
