import { type Chance, chance } from '../src/apps/demo/chance.ts'

const wheres =
  '一车间 二车间 三车间 铸造车间 焊接车间 喷漆车间 装配线 包装线 冲压线 热处理炉区 成品仓库 原料仓库 危化品库 装卸平台 厂区东门 厂区西门 员工食堂 集体宿舍 男更衣室 女更衣室 淋浴间 自行车棚 停车场 班车站 办公楼 研发中心 质检室 计量室 配电房 空压机房 锅炉房 污水站 动力班 机修班 模具间 刀具库 样品间 培训教室 母婴室 活动室 阅览室 医务室 门卫室 物流通道 三号楼电梯 消防通道 屋面天沟 循环水泵房 制氮站 粉尘收集间'.split(
    ' ',
  )
const things =
  '行车吊钩 叉车 数控机床 冲床护栏 焊机 喷枪 打包机 输送带 热水器 微波炉 饮水机 风扇 空调 照明灯 排气扇 除尘器 地面 货架 周转箱 手推车 扳手 量具 工装夹具 模具 图纸 工艺卡 看板 考勤机 打卡点 储物柜 床铺 窗帘 雨棚 充电桩 灭火器 应急灯 急救箱 防护手套 耳塞 口罩 安全帽 劳保鞋 工作服 切削液 润滑油 废料桶 边角料 包装纸箱 托盘 标签 条码枪 电脑 打印机 交接班记录 点检表 生产计划 领料单 报销单 加班申请 年休假 计件单价 夜班津贴 高温补贴 餐补 班车路线 体检项目 技能培训 师带徒 岗位轮换 停机时间'.split(
    ' ',
  )
const troubles: readonly (readonly [string, string])[] = [
  ['数量太少，排队要等很久', '不够用，等半天轮不上'],
  ['老化严重，三天两头坏', '用得太旧，隔几天就出毛病'],
  ['摆放太乱，找起来费时间', '乱放，翻找耽误工夫'],
  ['噪声很大，听不清说话', '太吵，讲话都听不见'],
  ['漏水漏油，地上滑', '渗油渗水，容易滑倒'],
  ['温度太高，夏天受不了', '闷热，热天扛不住'],
  ['光线太暗，看不清刻度', '不够亮，刻度看着吃力'],
  ['损耗偏大，浪费材料', '耗得多，料白白浪费'],
  ['没有专人管，坏了没人报修', '无人负责，出了毛病没人管'],
  ['标准不统一，各班各做法', '做法不一，每班都不同'],
  ['离得太远，来回要二十分钟', '路远，走一趟二十来分钟'],
  ['流程太长，要签五个字', '手续多，得找五个人签字'],
  ['夜里不开放，夜班用不上', '晚上关门，上夜班的用不到'],
  ['灰尘大，呼吸不舒服', '粉尘多，吸着难受'],
  ['不公开，大家心里没底', '不透明，谁也说不清'],
]
const measures: readonly (readonly [string, string])[] = [
  ['添置两台备用', '再买两台备着'],
  ['每周检修一次并记录', '一星期检查维护一回，记在本上'],
  ['画线定位，贴上标识', '划好位置，挂牌标明'],
  ['加装隔音罩', '装上消音的罩子'],
  ['更换密封件，铺防滑垫', '换密封圈，垫防滑的垫子'],
  ['装工业风扇和喷雾', '安装大风扇，加喷雾降温'],
  ['换成节能灯带', '改用省电的灯条'],
  ['改进下料方法，余料回用', '调整裁料办法，剩料再利用'],
  ['指定专人负责，扫码报修', '安排专门的人管，用手机扫码报修'],
  ['编一份统一的作业指导书', '写一本大家照着做的操作书'],
  ['在近处另设一个点', '就近再开一处'],
  ['改为网上审批，两级签字', '放到线上批，签两级就行'],
  ['延长开放到凌晨两点', '开到夜里两点'],
  ['加一套吸尘装置', '多配一组除尘设备'],
  ['每月张榜公布明细', '按月把清单贴出来'],
  ['和兄弟厂对标后调整', '比照同行再改'],
  ['试用一个月后推开', '先试一个月，好用再铺开'],
]
const swaps: readonly (readonly [string, string])[] = [
  ['车间', '工段'],
  ['仓库', '库房'],
  ['食堂', '饭堂'],
  ['宿舍', '寝室'],
  ['办公楼', '办公室'],
  ['微波炉', '热饭的炉子'],
  ['热水器', '烧水器'],
  ['电脑', '计算机'],
  ['照明灯', '灯'],
  ['手推车', '推车'],
  ['工作服', '工服'],
  ['班车', '通勤车'],
  ['年休假', '休假'],
  ['体检', '检查身体'],
]
const numbers = '一二三四五六七八九'

export type Said = { title: string; wrong: string; proposed: string }
export type Parts = { where: string; thing: string; trouble: number; measure: number; nth: string }

/** One of some eight million proposals a federation's workers might write. */
export function aProposal(by: Chance): Said & { parts: Parts } {
  const nth = by.pick([...numbers])
  const parts = {
    where: by.pick(wheres),
    thing: `${nth}号${by.pick(things)}`,
    trouble: by.whole(0, troubles.length - 1),
    measure: by.whole(0, measures.length - 1),
    nth,
  }
  const { where, thing } = parts
  return {
    parts,
    title: `${where}的${thing}${measures[parts.measure]![0].slice(0, 8)}`,
    wrong: `${where}${nth}班组反映，${thing}${troubles[parts.trouble]![0]}，影响大家干活。`,
    proposed: `建议${measures[parts.measure]![0]}，先在${nth}班组做，由设备科牵头。`,
  }
}

/** The same thing in other words: order turned, every word that has another replaced, half of the details left out. Held out: no figure was chosen by it. */
export function reworded({ where, thing, trouble, measure }: Parts, by: Chance): string {
  const [bad, better] = [troubles[trouble]![1], measures[measure]![1]]
  const text = by.pick([
    () => `能不能${better}？${thing}在${where}那边${bad}`,
    () => `${thing}${bad}（${where}），盼着${better}`,
    () => `关于${where}${thing}：${better}`,
    () => `${where}那里${bad}，说的是${thing}，请${better}`,
  ])()
  return swaps.reduce((said, [from, to]) => (by.yes(0.7) ? said.replaceAll(from, to) : said), text)
}

export const seeded = () => chance(20_260_320)
