import { Page } from '#web/Page'
import { HowTo } from './HowTo.tsx'

/** 怎样建会: for anybody, leading to the phone's pages. */
export const BoardPage = () => (
  <Page
    line="单位还没有工会，职工可以自己发起。"
    acts={
      <a className="btn primary" href="/m/found">
        发起建会
      </a>
    }
  >
    <HowTo />
  </Page>
)
