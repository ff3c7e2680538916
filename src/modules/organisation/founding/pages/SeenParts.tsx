import { Section } from '#web/Section'
import { count } from '#web/words'
import type { Project } from '../contract.ts'
import { sideNames } from '../rules.ts'

/** The roster and the group as the superior reads them: numbers masked, nothing to change. */
export const Signatures = ({ project: { roster, supporters, group } }: { project: Project }) => (
  <>
    <Section title="筹备组" note={`${group.length} 人`}>
      {group.map(({ id, name, side, duty }) => (
        <p key={id} className="founding-row">
          <span>
            <b>{name}</b> <span className="muted">{[sideNames[side], duty].filter(Boolean).join(' · ')}</span>
          </span>
        </p>
      ))}
    </Section>
    <Section title="职工签名" note={`${count(supporters)} 人`}>
      <div className="founding-scroll" tabIndex={0}>
        <table className="founding-table roster">
          <thead>
            <tr>
              <th>姓名</th>
              <th>身份证号</th>
              <th>方式</th>
              <th>签名日期</th>
            </tr>
          </thead>
          <tbody>
            {roster.map(({ id, name, idNumber, way, signedOn, outcome }) => (
              <tr key={id}>
                <td>{name}</td>
                <td>{idNumber ?? (outcome === 'elsewhere' ? '会籍在别的工会' : '已转入会员档案')}</td>
                <td>{way === 'phone' ? '手机' : '纸质'}</td>
                <td>{signedOn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  </>
)
