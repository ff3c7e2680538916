import { locals, type Statute } from './shape.ts'
import * as text from './sources.ts'

// biome-ignore format: a table reads better in rows
/** Joining, transfer, retained membership and leaving (MEM). */
export const membership = [
  { ...text.unionLaw, id: 'MEM-01.eligible', value: true, article: '第三条', level: 'BLOCK',
    says: '以工资收入为主要生活来源或者与用人单位建立劳动关系的劳动者，都有权参加工会，任何组织和个人不得阻挠和限制' },
  { ...text.unread('劳动法'), id: 'MEM-01.workingAge', value: 16, unit: 'year', article: '第十五条', level: 'WARN', says: '禁止用人单位招用未满十六周岁的未成年人，未满 16 周岁的不能成为会员' },
  { ...text.practice, id: 'MEM-06.lateAge', value: 65, unit: 'year', article: '国家未定年龄', level: 'INFO', says: '年满 65 周岁仍登记为在职会员的，请核对是否已经退休' },
  { ...text.unionLaw, id: 'ORG-52.newForms', value: true, article: '第三条第二款', level: 'INFO', says: '工会依法维护新就业形态等劳动者参加和组织工会的权利' },
  ...locals({ id: 'ORG-52.newForms', level: 'INFO', says: '新就业形态和灵活就业劳动者可以加入平台企业工会，或者区域性、行业性工会、所在地工会' },
    [[text.tianjin, 12, true], [text.fujian, 13, true], [text.heilongjiang, 8, true], [text.henan, 11, true], [text.guizhou, 10, true],
      [text.guangzhou, 6, true], [text.jiangsu, 7, true]]),
  { ...text.charter, id: 'MEM-02.approval', value: true, article: '第二条', level: 'WARN', says: '入会由本人自愿申请，经基层工会委员会批准，发给会员证' },
  { ...text.practice, id: 'MEM-02.answer', value: 3, unit: 'workingDay', article: '没有法定期限', level: 'INFO', says: '入会申请 3 个工作日内答复（承诺时限）' },
  { ...text.membershipMeasures, id: 'MEM-04.one', value: true, article: '第三条', level: 'WARN', says: '会籍随劳动关系走，一个会员只在一个工会有会籍' },
  { ...text.formerMembershipMeasures, id: 'MEM-05.accept', value: true, article: '第四条', level: 'WARN', says: '会员变动工作单位的，转出工会办理接转，转入工会应当接收' },
  { ...text.practice, id: 'MEM-05.answer', value: 5, unit: 'workingDay', article: '没有法定期限', level: 'INFO', says: '转会申请 5 个工作日内由双方确认（承诺时限），逾期提醒上级工会' },
  { ...text.charter, id: 'MEM-06.retained', value: true, article: '第八条', level: 'WARN', says: '退休、失业等会员保留会籍，期间免交会费，没有选举权、被选举权和表决权' },
  { ...text.electionRules, id: 'MEM-06.electorate', value: true, article: '第四条', level: 'BLOCK', says: '保留会籍的人员没有选举权、被选举权和表决权，不计入应到人数' },
  { ...text.formerMembershipMeasures, id: 'MEM-07.early', value: true, article: '第五条', level: 'INFO', says: '内部退养、待岗期间会籍不变，正式退休时再转为保留会籍' },
  { ...text.charter, id: 'MEM-08.leave', value: true, article: '第六条', level: 'WARN', says: '会员有退会自由，由基层工会委员会宣布并收回会员证' },
  { ...text.charter, id: 'MEM-09.idle', value: 6, unit: 'month', article: '第六条第二款', level: 'WARN',
    says: '没有正当理由连续 6 个月不交会费、不参加组织生活，经教育拒不改正的，视为自动退会；先教育并记录，再由委员会决定' },
  { ...text.charter, id: 'MEM-10.expulsion', value: true, article: '第七条', level: 'WARN', says: '严重违法犯罪并受到刑事处罚的会员方可开除会籍，经工会小组讨论、基层工会委员会决定，报上一级工会备案' },
  { ...text.dispatchRules, id: 'MEM-12.dispatched', value: true, article: '（条号待核对）', level: 'INFO', says: '劳务派遣工先加入派遣单位工会；派遣单位没有工会的，加入用工单位工会。多地规定可以自选' },
] as const satisfies readonly Statute[]
