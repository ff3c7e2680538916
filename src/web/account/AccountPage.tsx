import { Devices } from '#web/account/Devices'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'

/** The desk's account page. */
export function AccountPage() {
  const { account, person, posts } = useMe()
  return (
    <Page
      line={`${person?.name ?? account.name}，这是您的账号。`}
      above={person ? `${person.unionName}${person.groupName ? ` · ${person.groupName}` : ''}` : undefined}
    >
      <Section title="登录过的设备" note="不认识的请立刻退出">
        <Devices />
      </Section>
      {posts.length > 0 && (
        <Section title={`${posts.length} 个任职`} note="权限随任职来，随任期止">
          <ul className="duties">
            {posts.map((post) => (
              <li key={post.id} className="duty plain">
                <div>
                  <p className="duty-title">{post.title}</p>
                  <p className="muted">
                    {post.unionName}
                    {post.until && ` · 任期至 ${post.until}`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
