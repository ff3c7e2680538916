import { Cite } from '#web/Cite'
import { Page } from '#web/Page'
import { QrCode } from '#web/QrCode'
import { Section } from '#web/Section'
import './joining.css'

/** 怎样入会: who may, how, how long it takes. */
export const BoardJoinPage = () => (
  <Page line="谁都可以申请加入工会。">
    <Section title="谁可以" padded>
      <p>
        在企业、事业单位、机关、社会组织里以工资收入为主要生活来源的，或者和用人单位有劳动关系的，不分民族、性别、职业、户籍、文化程度，都有权加入工会。快递员、外卖配送员、网约车司机、货车司机等新就业形态劳动者也一样。
      </p>
      <p>
        <Cite article="《工会法》第三条" />
      </p>
    </Section>
    <Section title="怎样办" padded>
      <ol className="numbered">
        <li>用手机填一张表，一分钟。不用下载软件，不用拍证件。</li>
        <li>工会核对后答复，承诺 3 个工作日；凭查询码随时看进度。</li>
        <li>批准之日起就是会员，发会员证号和电子会员证。</li>
      </ol>
      <p>
        单位没有工会，或者没有固定单位的，可以加入所在乡镇、街道、行业或新就业形态工会。不会用手机的，到工会窗口，有人代办，也可以填纸质申请书。
      </p>
      <div className="poster">
        <p>
          <a className="btn primary" href="/m/join">
            现在申请
          </a>{' '}
          <a className="link" href="/m/join/state">
            查进度
          </a>
        </p>
        <QrCode text={`${location.origin}/m/join`} label="用手机申请入会的二维码" />
      </div>
    </Section>
  </Page>
)
