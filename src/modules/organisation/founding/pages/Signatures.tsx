import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { notify } from '#web/notes'
import { QrCode } from '#web/QrCode'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count, today } from '#web/words'
import type { Project, Side } from '../contract.ts'
import { mayEdit, maySign, mayWork, sideNames } from '../rules.ts'
import { Choice, DayOf, Text } from './fields.tsx'

/** 职工签名: the link to pass round, the roster, and what was signed on paper. */
export function Signatures({ project }: { project: Project }) {
  const { roster, linkCode, state, supporters } = project
  const drop = useMutation(api.founding.dropSignature.mutationOptions())
  const url = `${location.origin}/m/found/sign?code=${linkCode}`
  const strike = async (id: string, name: string) => {
    const reason = await ask({ title: `划去${name}的签名？`, act: '划去', reasons: ['不是本单位职工', '本人要求'], danger: true })
    if (reason !== false) drop.mutate({ id, reason })
  }
  return (
    <Section title="职工签名" note={`${count(supporters)} 人`}>
      {maySign(state) === null && (
        <div className="founding-row">
          <div className="founding-link">
            <QrCode text={url} label="签名的二维码" />
            <div>
              <p>请职工扫码签名，不用下载软件，也不用登录；一人只算一次。</p>
              <p className="muted small">
                <code>{url}</code>
              </p>
            </div>
          </div>
        </div>
      )}
      {roster.length > 0 && (
        <div className="founding-scroll" tabIndex={0}>
          <table className="founding-table roster">
            <thead>
              <tr>
                <th>姓名</th>
                <th>身份证号</th>
                <th>方式</th>
                <th>签名日期</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {roster.map(({ id, name, idNumber, way, signedOn, outcome }) => (
                <tr key={id}>
                  <td>{name}</td>
                  <td>{idNumber ?? (outcome === 'elsewhere' ? '会籍在别的工会' : '已转入会员档案')}</td>
                  <td>{way === 'phone' ? '手机' : '纸质'}</td>
                  <td>{signedOn}</td>
                  <td>
                    {mayEdit(state) === null && (
                      <Button kind="link" onClick={() => strike(id, name)}>
                        划去
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {maySign(state) === null && <PaperForm project={project} />}
    </Section>
  )
}

function PaperForm({ project: { id } }: { project: Project }) {
  const enter = useMutation(api.founding.enterSignatures.mutationOptions())
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [signedOn, setSignedOn] = useState(today())
  const add = () =>
    enter.mutate(
      { foundingId: id, rows: [{ unitId: null, name, idNumber, mobile: null, signedOn }] },
      {
        onSuccess: ({ already }) => {
          notify(
            already.length ? { tone: 'bad', title: `${name}已经签过名，只算一次` } : { tone: 'good', title: `记下${name}的签名` },
          )
          setName('')
          setIdNumber('')
        },
      },
    )
  return (
    <details className="founding-row">
      <summary>录入纸上的签名</summary>
      <div className="founding-grid">
        <Text label="姓名" value={name} change={setName} />
        <Text label="身份证号" value={idNumber} change={setIdNumber} />
        <DayOf label="签名日期" max={today()} value={signedOn} change={setSignedOn} />
      </div>
      <div className="acts">
        <Button busy={enter.isPending} onClick={add}>
          录入
        </Button>
      </div>
    </details>
  )
}

/** 筹备组: who does what. */
export function Group({ project }: { project: Project }) {
  const { id, group, roster, state } = project
  const add = useMutation(api.founding.addMember.mutationOptions())
  const drop = useMutation(api.founding.dropMember.mutationOptions())
  const [side, setSide] = useState<Side>(group.some((one) => one.side === 'head') ? 'workers' : 'head')
  const [supporterId, setSupporter] = useState('')
  const [name, setName] = useState('')
  const [duty, setDuty] = useState('')
  const isSigned = side === 'head' || side === 'workers'
  const free = roster.filter((one) => !group.some((member) => member.supporterId === one.id))
  const names = Object.fromEntries([
    ['', '请选一位签名的职工'],
    ...free.map((one) => [one.id, one.name + (one.hasAccount ? '（有账号）' : '')]),
  ])
  const submit = () =>
    add.mutate(
      { foundingId: id, side, duty, supporterId: isSigned ? supporterId || null : null, name: isSigned ? null : name },
      {
        onSuccess: () => {
          setSupporter('')
          setName('')
          setDuty('')
          setSide('workers')
        },
      },
    )
  return (
    <Section title="筹备组" note={group.length ? `${group.length} 人` : '还没有人'}>
      {group.map((one) => (
        <div key={one.id} className="founding-row">
          <div className="beside">
            <p>
              <b>{one.name}</b>{' '}
              <span className="muted">
                {[sideNames[one.side], one.duty, one.hasAccount && '可以在线办理'].filter(Boolean).join(' · ')}
              </span>
            </p>
            {mayEdit(state) === null && (
              <Button kind="link" busy={drop.isPending} onClick={() => drop.mutate({ id: one.id })}>
                退出
              </Button>
            )}
          </div>
        </div>
      ))}
      {mayWork(state) === null && (
        <details className="founding-row" open={group.length === 0}>
          <summary>加一位成员</summary>
          <div className="founding-grid">
            <Choice label="身份" names={sideNames} value={side} change={setSide} />
            {isSigned ? (
              <Choice label="谁" names={names} value={supporterId} change={setSupporter} />
            ) : (
              <Text label="姓名" value={name} change={setName} />
            )}
            <Text label="分工" hint="如：联系一车间，保管名册" value={duty} change={setDuty} />
          </div>
          <div className="acts">
            <Button busy={add.isPending} onClick={submit}>
              加入筹备组
            </Button>
          </div>
        </details>
      )}
    </Section>
  )
}
