import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { Bare } from './Bare.tsx'

/** What whoever scanned a card sees: valid or not, and the first character of the name. */
export function CheckPage() {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const { data, error } = useQuery({
    ...api.joining.verifyCard.queryOptions({ input: { token } }),
    enabled: token.length >= 20,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Bare>
      <Page line="核对会员证">
        <Section title="结果" padded>
          <div role="status">
            {data && (
              <>
                <p className={data.isValid ? 'verdict-big ok' : 'verdict-big late'}>{data.isValid ? '有效' : '无效'}</p>
                <p>{data.isValid ? `持证人姓“${data.name}”。请与本人核对。` : `${data.says}。`}</p>
              </>
            )}
            {!data && <p>{error ? inWords(error).title : token ? '正在核对…' : '请用手机扫会员证上的二维码。'}</p>}
          </div>
        </Section>
      </Page>
    </Bare>
  )
}
