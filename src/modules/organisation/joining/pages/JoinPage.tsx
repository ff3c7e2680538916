import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { Field } from '#web/account/Field'
import { api, client } from '#web/api'
import { inWords } from '#web/faults'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { faultOf } from '#web/rule'
import { Section } from '#web/Section'
import { UnionFind } from '#web/UnionFind'
import { CitizenNumber, Mobile, PersonName } from '#contracts/organisation/members'
import { openKinds } from '../contract/words.ts'
import { Bare } from './Bare.tsx'
import { keepCode, newCode } from './code.ts'
import { blank, type Filled, lacks, workOf } from './work.ts'
import { Consents, WorkFields } from './WorkFields.tsx'

/** 入会: one short form, whether one is signed in or not. */
export function JoinPage() {
  // The bare call: nobody signed in is no fault here, and leads to no sign-in page.
  const { data: me, isPending } = useQuery({
    queryKey: ['joining', 'me'],
    queryFn: () => client.members.mine().catch(() => null),
    retry: false,
  })
  if (isPending) return <Bare>{null}</Bare>
  const isIn = me?.status === 'member' || me?.status === 'retained'
  return (
    <Bare>
      {isIn ? (
        <Page line="您已经是工会会员。" above={me.unionName}>
          <Section title="要办什么？" padded>
            <Link to={'/card' as '/'} className="btn primary">
              看会员证
            </Link>
            <Link to={'/transfer' as '/'} className="btn plain">
              换了单位，办转会
            </Link>
          </Section>
        </Page>
      ) : (
        <JoinForm known={me ? me.name : null} />
      )}
    </Bare>
  )
}

function JoinForm({ known }: { known: string | null }) {
  const [filled, setFilled] = useState<Filled>(blank)
  const [code] = useState(newCode)
  const [isTried, setTried] = useState(false)
  const fill = (part: Partial<Filled>) => setFilled((before) => ({ ...before, ...part }))
  const navigate = useNavigate()
  const quiet = { meta: { quiet: true } }
  const apply = useMutation(api.joining.apply.mutationOptions(quiet))
  const applyMine = useMutation(api.joining.applyMine.mutationOptions(quiet))
  const missing = lacks(filled, known !== null)
  const error = apply.error ?? applyMine.error
  const done = () => void navigate({ to: '/join/state' as '/' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (missing.length > 0) return
    if (known !== null) return applyMine.mutate(workOf(filled), { onSuccess: done })
    const { name, idNumber, mobile } = filled
    // Kept before it leaves: a lost answer does not lose the application.
    keepCode(code)
    apply.mutate({ ...workOf(filled), name, idNumber, mobile, code }, { onSuccess: done })
  }
  return (
    <Page
      line={known ? `${known}，申请加入工会。` : '申请加入工会，一分钟填完。'}
      above={
        known ? undefined : (
          <Link to={'/join/state' as '/'} className="link">
            已经申请过？查进度
          </Link>
        )
      }
    >
      <form className="stack" onSubmit={submit} noValidate>
        <Section title="加入哪个工会" padded>
          <Where filled={filled} fill={fill} />
        </Section>
        {known === null && (
          <Section title="您是谁" padded>
            <Who filled={filled} fill={fill} isTried={isTried} />
          </Section>
        )}
        <Section title="在哪里工作" padded>
          <WorkFields filled={filled} fill={fill} />
        </Section>
        <Section title="自愿加入" padded>
          <Consents filled={filled} fill={fill} />
          {isTried && missing.length > 0 && (
            <p className="late" role="alert">
              还差：{missing.join('、')}
            </p>
          )}
          {error && (
            <p className="late" role="alert">
              {inWords(error).title}
            </p>
          )}
          <Button type="submit" kind="primary" busy={apply.isPending || applyMine.isPending}>
            提交申请
          </Button>
        </Section>
      </form>
    </Page>
  )
}

type Part = { filled: Filled; fill: (part: Partial<Filled>) => void }

/** The union by its link, by its name, or, where the unit has none, of the town, the trade or new employment (MEM-03). */
function Where({ filled, fill }: Part) {
  const { union: linked }: { union?: string } = useSearch({ strict: false })
  const [isNone, setNone] = useState(false)
  const place = useQuery({
    ...api.joining.place.queryOptions({ input: { unionId: linked ?? '' } }),
    enabled: !!linked,
    retry: false,
  })
  const asked = useQuery({
    ...api.joining.place.queryOptions({ input: { unionId: filled.union?.id ?? '' } }),
    enabled: filled.union !== null,
    retry: false,
  })
  const named = place.data?.isOpen ? place.data : undefined
  // The link names the union once; whoever picks another afterwards keeps it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => named && fill({ union: named }), [named?.id])
  return (
    <>
      <UnionFind
        key={String(isNone)}
        label={isNone ? '您所在的乡镇、街道、行业或新就业形态工会' : '您单位的工会'}
        value={filled.union}
        pick={(union) => fill({ union })}
        {...(isNone && { kinds: openKinds, hint: '写乡镇、街道或行业名称' })}
      />
      {asked.data && (
        <p className="muted small">
          {asked.data.days}内答复 <cite className="cite">{asked.data.cite}</cite>
        </p>
      )}
      {!filled.union && (
        <button type="button" className="link" onClick={() => setNone(!isNone)}>
          {isNone ? '我单位有工会' : '单位没有工会，或者没有固定单位'}
        </button>
      )}
    </>
  )
}

/** Who applies: three things to type, no picture of a card. */
function Who({ filled, fill, isTried }: Part & { isTried: boolean }) {
  const [left, setLeft] = useState<readonly string[]>([])
  const fault = (field: 'name' | 'idNumber' | 'mobile', shape: typeof PersonName | typeof Mobile | typeof CitizenNumber) =>
    (isTried || left.includes(field)) && filled[field] !== '' ? faultOf(shape, filled[field]) : undefined
  const leave = (field: string) => setLeft([...left, field])
  return (
    <>
      <Field
        label="姓名"
        value={filled.name}
        autoComplete="name"
        fault={fault('name', PersonName)}
        onBlur={() => leave('name')}
        onChange={(event) => fill({ name: event.target.value })}
      />
      <Field
        label="身份证号"
        value={filled.idNumber}
        autoComplete="off"
        hint="只用来核对身份，加密保存，不用拍照"
        fault={fault('idNumber', CitizenNumber)}
        onBlur={() => leave('idNumber')}
        onChange={(event) => fill({ idNumber: event.target.value })}
      />
      <Field
        label="手机号"
        type="tel"
        inputMode="tel"
        value={filled.mobile}
        autoComplete="tel"
        fault={fault('mobile', Mobile)}
        onBlur={() => leave('mobile')}
        onChange={(event) => fill({ mobile: event.target.value })}
      />
    </>
  )
}
