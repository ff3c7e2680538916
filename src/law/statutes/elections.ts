import { locals, type Statute, type Text } from './shape.ts'
import * as text from './sources.ts'

const elections = text.unread('工会基层组织选举工作条例')
/** Articles that others quote word for word, so that they count as read (statutes.md, S39, S40). */
const quoted: Text = text.electionRules
const congressRules: Text = { source: '基层工会会员代表大会条例', from: '2019-01-15', scope: 'national', verified: true }
const congressUnread = text.unread('基层工会会员代表大会条例')

// biome-ignore format: a table reads better in rows
/** How a basic union elects: who votes, how many must come, how many candidates, what wins (ELEC). */
export const electing = [
  { ...quoted, id: 'ELEC-01.bodies', value: true, article: '第二条、第三条', level: 'WARN', says: '委员会由会员大会或者会员代表大会选举产生，主席、副主席由大会或者委员会选举产生' },
  { ...quoted, id: 'ELEC-02.electors', value: true, article: '第四条', level: 'BLOCK', says: '会员享有选举权、被选举权和表决权，保留会籍的除外' },
  { ...quoted, id: 'ELEC-03.lead', value: true, article: '第六条', level: 'WARN', says: '选举工作在同级党组织和上一级工会领导下进行，没有党组织的由上一级工会领导' },
  { ...text.practice, id: 'ELEC-05.oddOnly', value: false, article: '国家未定', level: 'INFO', says: '委员会的人数不要求是单数（有的地方要求单数）' },
  { ...elections, id: 'ELEC-06.standing', value: [9, 11], unit: 'seat', article: '第九条（待核对）', level: 'WARN', says: '大型单位经上一级工会批准可以设常务委员会，9 至 11 人' },
  { ...quoted, id: 'ELEC-07.nominated', value: true, article: '第十条', level: 'BLOCK', says: '委员、常务委员、主席、副主席的选举都应当提名候选人' },
  { ...quoted, id: 'ELEC-07.shares', value: true, article: '第十条', level: 'WARN', says: '委员候选人中应当有适当比例的劳模（先进工作者）、一线职工和女职工' },
  { ...elections, id: 'ELEC-08.review', value: true, article: '第十二条、第十三条（待核对）', level: 'WARN', says: '候选人由分会、小组推荐，按多数意见提出建议名单，报同级党组织和上一级工会审查' },
  { ...text.chairMeasures, id: 'ELEC-09.strokes', value: true, article: '第十条', level: 'WARN', says: '候选人名单按姓氏笔画排序公示' },

  { ...congressRules, id: 'ELEC-10.assembly', value: 100, unit: 'member', article: '第三条', level: 'BLOCK', says: '会员不足 100 人的基层工会，应当召开会员大会，不召开会员代表大会' },
  ...locals({ id: 'ELEC-10.assembly', unit: 'member', level: 'BLOCK', says: (n: number) => `会员不足 ${n} 人的企业工会，应当召开会员大会` }, [[text.hubeiEnterprises, 16, 200]]),
  { ...text.charter, id: 'ELEC-10.atHundred', value: true, article: '第二十六条（2013 版条号）', level: 'WARN', says: '章程写“会员一百人以下的召开会员大会”，“以下”含本数：恰好 100 人时开会员大会最稳妥' },

  { ...text.chairMeasures, id: 'ELEC-11.quorum', value: [2, 3], unit: 'person', article: '第十六条', level: 'BLOCK', says: '参加选举的人数达到应到会人数的三分之二，方可进行选举' },
  { ...quoted, id: 'ELEC-12.members', value: 50, unit: 'permille', article: '第十七条', level: 'BLOCK', says: '委员实行差额选举，差额率不低于 5%，至少多 1 人' },
  { ...elections, id: 'ELEC-12.standing', value: 100, unit: 'permille', article: '第十七条（待核对）', level: 'WARN', says: '常务委员实行差额选举，差额率不低于 10%，至少多 1 人' },
  { ...elections, id: 'ELEC-13.chair', value: true, article: '第十八条（待核对）', level: 'INFO', says: '主席、副主席可以等额选举，也可以差额选举，从新当选的委员（常务委员）中产生' },
  { ...text.chairMeasures, id: 'ELEC-13.enterprise', value: true, article: '第八条', level: 'WARN', says: '企业工会主席候选人应当多于应选人数（2008 年办法；2016 年条例允许等额）' },
  { ...elections, id: 'ELEC-14.audit', value: true, article: '第三十五条、第三十六条（待核对）', level: 'INFO', says: '经费审查委员会委员可以等额选举，也可以差额选举' },
  { ...text.chairMeasures, id: 'ELEC-15.secret', value: true, article: '第十四条', level: 'BLOCK', says: '选举采用无记名投票，不得委托他人投票' },
  { ...text.practice, id: 'ELEC-15.online', value: true, article: '国家未定', level: 'INFO', says: '法律没有规定网上投票；采用时应当保证无记名，并征得上一级工会同意' },
  ...locals({ id: 'ELEC-15.online', level: 'WARN', says: '远程会议和网络表决只用于不需要无记名投票的事项（为职代会而定，选举时作提醒）' }, [[text.guangzhou, 11, true]]),
  { ...elections, id: 'ELEC-16.ballot', value: true, article: '第二十三条、第二十四条（待核对）', level: 'WARN', says: '可以赞成、不赞成、弃权；不赞成的可以另选他人，另选人数不超过不赞成的人数' },
  { ...elections, id: 'ELEC-17.returned', value: true, article: '第二十六条（待核对）', level: 'WARN', says: '收回的选票等于或者少于发出的，选举有效；多于发出的，选举无效，重新选举' },
  { ...elections, id: 'ELEC-17.chosen', value: true, article: '第二十六条（待核对）', level: 'WARN', says: '每张选票所选人数等于或者少于应选人数的有效，多于应选人数的无效' },
  { ...text.chairMeasures, id: 'ELEC-18.win', value: [1, 2], unit: 'person', article: '第十六条', level: 'BLOCK', says: '候选人获得应到会人数过半数的赞成票，始得当选' },
  { ...quoted, id: 'ELEC-19.order', value: true, article: '第二十七条', level: 'BLOCK', says: '得赞成票过半数的人数多于应选名额的，得票多的当选' },
  { ...elections, id: 'ELEC-20.tie', value: true, article: '第二十七条（待核对）', level: 'WARN', says: '票数相等不能确定当选人的，就票数相等的人重新投票，得票多的当选' },
  { ...elections, id: 'ELEC-21.gap', value: true, article: '第二十七条（待核对）', level: 'WARN', says: '当选人数少于应选名额的，可以另行选举；接近应选名额且符合规定人数的，经大会过半数同意可以减少名额' },
  { ...elections, id: 'ELEC-22.scrutineers', value: true, article: '第二十二条（待核对）', level: 'WARN', says: '监票人由不是候选人的会员（代表）担任，经大会表决通过' },
  { ...elections, id: 'ELEC-22.announce', value: true, article: '第二十八条（待核对）', level: 'WARN', says: '计票结束后当场宣布选举结果和选举是否有效' },
  { ...text.charter, id: 'ELEC-23.approval', value: true, article: '第二十七条（2013 版条号）', level: 'WARN', says: '选举结果报上一级工会批准' },
  { ...text.unionLaw, id: 'ELEC-28.recall', value: [1, 2], unit: 'member', article: '第十八条第二款', level: 'BLOCK', says: '罢免主席、副主席须召开会员大会或者会员代表大会，经全体会员或者全体代表过半数通过' },
  ...locals({ id: 'ELEC-28.consent', level: 'WARN', says: '罢免表决后须征得上一级工会同意' }, [[text.sichuan, 14, true]]),
  { ...text.practice, id: 'ELEC-28.consent', value: false, article: '国家未定', level: 'INFO', says: '罢免结果报上一级工会' },

  { ...congressUnread, id: 'ELEC-36.delegates', article: '（条号待核对）', level: 'WARN', unit: 'person', says: '会员代表名额按会员人数确定',
    value: [
      { from: 0, to: 200, least: 30, most: 40 }, { from: 201, to: 1000, least: 40, most: 60 }, { from: 1001, to: 5000, least: 60, most: 90 },
      { from: 5001, to: 10_000, least: 90, most: 130 }, { from: 10_001, to: 50_000, least: 130, most: 180 }, { from: 50_001, to: null, least: 180, most: 240 },
    ] },
  { ...congressUnread, id: 'ELEC-37.managers', value: 200, unit: 'permille', article: '（条号待核对）', level: 'WARN', says: '代表以一线职工为主，中层正职以上管理人员一般不超过 20%，应有适当比例的女职工、青年和劳模' },
  { ...congressUnread, id: 'ELEC-38.unit', value: [1, 2], unit: 'person', article: '（条号待核对）', level: 'WARN', says: '代表由选举单位的会员直接无记名投票选举，到会达三分之二，获选举单位全体会员过半数赞成的当选' },
  { ...congressUnread, id: 'ELEC-38.contested', value: 150, unit: 'permille', article: '（条号待核对）', level: 'INFO', says: '代表实行差额选举，差额率一般不低于 15%' },
  { ...elections, id: 'ELEC-41.plan', value: true, article: '第十五条（待核对）', level: 'WARN', says: '选举前将选举工作方案和选举办法报同级党组织和上一级工会' },
  { ...text.chairMeasures, id: 'ELEC-42.register', value: true, article: '第十九条', level: 'WARN', says: '主席选出后办理工会法定代表人登记' },
  { ...text.chairMeasures, id: 'ELEC-43.prohibited', value: true, article: '第十七条', level: 'BLOCK', says: '不得阻挠投票、串联、胁迫、追查选票' },
] as const satisfies readonly Statute[]
