import type { Item, Level, Scoring } from './shapes.ts'

/** Where to start from: standards as data, to be changed to what a federation asks. Practice, not law. */
export type Preset = { title: string; programme: string; purpose: string; scoring: Scoring; levels: Level[]; items: Item[] }

const fact = (section: string, asks: string, key: string, points: number, least: number | null = null, isVeto = false): Item => ({
  ...{ key, section, asks, cite: null, answer: 'fact', fact: key, least, points, isVeto },
})
const asked = (answer: 'file' | 'word', key: string, section: string, asks: string, points: number): Item => ({
  ...{ key, section, asks, cite: null, answer, fact: null, least: null, points, isVeto: false },
})
const threeLevels: Level[] = [
  { title: '达标', least: 60 },
  { title: '规范', least: 80 },
  { title: '示范', least: 90 },
]

const standardisation: Preset = {
  ...{ title: '基层工会标准化建设', programme: '规范化建设', scoring: 'points', levels: threeLevels },
  purpose: '组织健全、制度完善、工作规范、作用明显，让基层工会建起来、转起来、活起来。',
  items: [
    fact('组织健全', '主席（组织员）在任', 'chairInOffice', 10, null, true),
    fact('组织健全', '委员会在任期内，没有超期未换届', 'termValid', 10, null, true),
    fact('组织健全', '工会五委按规定健全', 'committees', 15, 5),
    fact('组织健全', '党委、行政、工会、部门四方责任人明确', 'partiesNamed', 5, 4),
    fact('制度规范', '工会章程经会员大会通过并施行', 'charterInForce', 10),
    fact('制度规范', '取得工会法人资格，证书在有效期内', 'legalPerson', 10),
    asked('file', 'assembly', '制度规范', '每年至少召开一次会员（代表）大会或职代会', 10),
    fact('会员管理', '职工入会率达到 80%', 'membersShare', 10, 80),
    fact('会员管理', '会员档案 90% 没有缺项', 'recordsWhole', 5, 90),
    fact('干部队伍', '主席、副主席全部参加上岗资格培训', 'leadersTrained', 5, 100),
    fact('干部队伍', '兼职干部全部与行政约定工会工作时间', 'timeAgreed', 2, 100),
    fact('经费保障', '工会经费独立账户', 'ownAccount', 3),
    asked('file', 'audit', '经费保障', '上年度经费收支经过经审会审查', 3),
    asked('word', 'place', '阵地建设', '有工会办公和职工活动的场所', 2),
  ],
}

const learning: Preset = {
  ...{ title: '学习型工会创建', programme: '学习型工会', scoring: 'points', levels: threeLevels },
  purpose: '工会干部学业务、学法律、学政策，带动职工学技能。',
  items: [
    fact('干部学习', '工会干部一年内参加培训的达到 80%', 'trainedShare', 30, 80),
    fact('干部学习', '主席、副主席全部参加上岗资格培训', 'leadersTrained', 20, 100),
    fact('干部学习', '人均培训 16 学时', 'trainingHours', 15, 16),
    fact('查找差距', '干部能力核定达到 90%', 'ratedShare', 15, 90),
    asked('file', 'plan', '职工学习', '有年度职工学习计划并组织实施', 20),
  ],
}

const innovation: Preset = {
  ...{ title: '创新型工会创建', programme: '创新型工会', scoring: 'points', levels: threeLevels },
  purpose: '工作有新思路、新办法，组织职工开展技术创新。',
  items: [
    asked('file', 'method', '工作创新', '总结一项有本单位特点的工作法', 30),
    asked('word', 'idea', '职工创新', '组织开展合理化建议、技术革新活动', 30),
    fact('骨干力量', '每百名会员有 3 名以上积极分子', 'activists', 20, 3),
    fact('决策落实', '四方会议决定按期办结的达到 80%', 'decisionsOnTime', 20, 80),
  ],
}

const service: Preset = {
  ...{ title: '服务型工会创建', programme: '服务型工会', scoring: 'points', levels: threeLevels },
  purpose: '把服务职工的事办实，职工找得到人、说得上话、办得成事。',
  items: [
    fact('组织到位', '工会小组都有小组长', 'groupsLed', 30, 100),
    fact('组织到位', '女职工委员会（女职工委员）按规定设立', 'womenBody', 20),
    asked('word', 'room', '服务阵地', '有职工之家、母婴室或户外劳动者驿站等服务阵地', 20),
    asked('file', 'list', '服务项目', '公布服务职工项目清单，说明怎么办、找谁办', 30),
  ],
}

export const presets: readonly Preset[] = [standardisation, learning, innovation, service]
