// One evening and the days after it, as it is played to a visitor. A line may hold: `caption` what is said to the visitor;
// `show` whose conversation is looked at; `clock` where the clock goes; `by` and `say` who says what there; `photo` with a
// picture; `pause` for how long it stays, in seconds. People are the first residents of the village (甲 to 己), whoever the
// matter is given to (owner), and a leader.
export const EVENING = [
  { caption: '晚饭后，村民在群里闲聊。这些不是事，说事不出声。', show: 'group', clock: 'evening', pause: 1.5 },
  { by: '甲', say: '今晚广场放电影，早点去占位子', pause: 1.5 },
  { by: '乙', say: '给我留个凳子，我洗了碗就来', pause: 2 },
  { caption: '有人说了一件真事。', by: '丙', say: '三社路口的路灯又不亮了，黑得看不见路', pause: 2 },
  { caption: '说事听出来了：登记，找到管的人，定了日子。群里只多这一句。', settle: true, pause: 5 },
  { caption: '邻居也有这事。说事记上一户，不另开一件。', by: '丁', say: '我家门口也是', pause: 1.5 },
  { settle: true, pause: 3 },
  { caption: '这是玩笑话，什么也不会发生。', by: '戊', say: '路灯再不亮，我把月亮摘下来挂上，哈哈', pause: 1.5 },
  { settle: true, pause: 3 },
  {
    caption: '不好在群里讲的，单独跟说事讲。办的人会来找，群里一个字也没有。',
    show: '己',
    by: '己',
    say: '隔壁盖房，檐水老往我家院里流，想请人来说说',
    pause: 1.5,
  },
  { settle: true, pause: 5 },
  { caption: '管路灯的人收到了。回一个“接”字，就是应下了。', show: 'owner', pause: 2 },
  { by: 'owner', say: '接', pause: 3 },
  { caption: '过了几天，到了说好的日子。早上，说事提醒他一次，只提醒他。', clock: 'due', pause: 5 },
  { caption: '修好了，说一句，发一张照片。', by: 'owner', say: '办结 {number} 换了灯泡，亮了', photo: true, pause: 1.5 },
  { settle: true, pause: 2 },
  { caption: '说事去问当初说的人：办好了吗？', show: '丙', pause: 3 },
  { by: '丙', say: '满意', pause: 1.5 },
  { settle: true, pause: 2 },
  { caption: '群里看到结果，这件事就完了。', show: 'group', pause: 5 },
  { caption: '傍晚，镇领导收到一天一条的日报：先说要定的，再说这一天。', show: 'leader', clock: 'digest', pause: 6 },
]
