import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { home } from './pages.tsx'

/** The public pages' first: what may be seen here, and how to join. */
export const WelcomePage = () => (
  <Page line="工会的事，大家都可以看。">
    {[...home]
      .sort((a, b) => a.order - b.order)
      .map((panel) => (
        <panel.component key={panel.order} />
      ))}
    <Section title="想加入工会？" padded>
      <p>
        在单位干活、靠工资过日子的人，不分岗位、户籍和用工形式，都可以申请入会；快递员、外卖送餐员、网约车司机、货车司机等也一样。单位还没有工会的，可以加入所在社区、乡镇或行业的工会。
      </p>
      <p>
        <a className="btn primary" href="/m/join">
          用手机申请
        </a>
      </p>
    </Section>
  </Page>
)
