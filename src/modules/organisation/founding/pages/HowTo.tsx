import { Cite } from '#web/Cite'
import { Section } from '#web/Section'

/** How a union is founded, in plain words; for workers and for the public. */
export const HowTo = () => (
  <>
    <Section title="怎样建会" padded>
      <ol>
        <li>1. 职工推选几个人组成筹备组，在网上写清单位情况，选好上一级工会。</li>
        <li>2. 同事扫码签名，或者签在纸上由筹备组录入；一人只算一次，单位看不到名单。</li>
        <li>3. 报上一级工会。哪一项要补，上级逐项写明；办到哪一步、谁在办，随时看得见。</li>
        <li>4. 批准后，签名的职工就是会员，不用再填表；开会选举，报上级登记，工会成立。</li>
      </ol>
    </Section>
    <Section title="法律怎样说" padded>
      <p>
        会员 25 人以上的单位，应当建立工会委员会；不足 25 人的，可以单独建、和别的单位联合建，或者选一名组织员。{' '}
        <Cite article="《工会法》第十一条" />
      </p>
      <p>
        建立工会要报上一级工会批准。 <Cite article="《工会法》第十二条" />
      </p>
      <p>
        企业主要负责人的近亲属，不能当本企业工会委员会的成员。 <Cite article="《工会法》第十条" />
      </p>
      <p>
        上级工会可以派人帮助、指导职工建会，任何单位和个人不得阻挠。 <Cite article="《工会法》第十二条" />
      </p>
    </Section>
  </>
)
