import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Certificate } from './Certificate.tsx'

/** A certificate, to be printed and handed out. */
export function CertificatePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useSuspenseQuery(api.cadreCourses.certificate.queryOptions({ input: { id } }))
  return (
    <Page
      above={data.unionName}
      line={`${data.personName}的结业证书`}
      acts={
        <Button kind="primary" onClick={() => print()}>
          打印
        </Button>
      }
    >
      <Certificate training={data} />
    </Page>
  )
}
