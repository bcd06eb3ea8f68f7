/** What npm run connect asks, step by step. Each question names where the answer is found. */
export const connectWords = {
  intro: [
    '一步一步接上真群。每一步直接回车就是跳过或保留原来的，Ctrl-C 随时退出，最后才写进 .env。',
    '先看村里的群是哪一种：',
    '  内部群（成员都在企业里）：群里@智能机器人听，群机器人发。',
    '  客户群（居民用微信进的群）：没有官方办法听；每天一条由群主点一下发出；居民可以用微信客服一对一说。',
    '  Wechaty：什么群都能听能说，但要第三方的 token，账号有被封的风险。',
  ],
  choose: '要接哪几样？写编号，用空格隔开',
  parts: {
    app: '企业微信应用：给干部一对一发消息、收消息',
    bot: '智能机器人：在内部群里被@时听和答',
    kf: '微信客服：居民用微信一对一说事',
    contact: '客户联系：给客户群备好群发',
    wechaty: 'Wechaty',
  },
  botBy: '智能机器人怎么连？1 长连接（不用外网地址，推荐），2 回调地址',
  whereFrom: {
    WECOM_CORP_ID: '企业 ID：管理后台“我的企业”最下面',
    WECOM_AGENT_ID: 'AgentId：应用管理里打开那个自建应用，最上面',
    WECOM_SECRET: 'Secret：同一页',
    WECOM_TOKEN: 'Token：同一页“接收消息”，点“设置API接收”，随机获取',
    WECOM_AES_KEY: 'EncodingAESKey：同上，随机获取',
    WECOM_BOT_ID: 'Bot ID：智能机器人的“API 模式”',
    WECOM_BOT_SECRET: 'Secret：同一页，选“使用长连接”',
    WECOM_BOT_TOKEN: 'Token：同一页，选“使用URL回调”',
    WECOM_BOT_AES_KEY: 'EncodingAESKey：同一页',
    WECOM_KF_SECRET: 'Secret：微信客服的“API”里',
    WECOM_KF_TOKEN: 'Token：同一页的回调设置',
    WECOM_KF_AES_KEY: 'EncodingAESKey：同一页的回调设置',
    WECOM_CONTACT_SECRET: 'Secret：客户联系的“API”里',
    WECHATY_PUPPET: 'puppet 的包名，例如 wechaty-puppet-service',
    WECHATY_TOKEN: 'token（没有就回车）',
    WECHATY_ENDPOINT: '服务的主机:端口（没有就回车）',
  },
  kept: '（原来写过，回车保留）',
  again: (should: string): string => `写法不对，应为${should}，请再写一遍。`,
  nothing: '什么都没选，没有改动。',
  check: '写进 .env 吗？回“是”写入',
  written: (file: string): string => `已写进 ${file}。`,
  /** What is left to be done in WeCom's console, by what was connected. Saving there makes WeCom call at once, so the program runs before. */
  inConsole: {
    app: [
      '企业微信后台，自建应用“接收消息”：URL 填 https://你的域名/wecom/app，点“保存”，看它认不认。',
      '企业微信后台，同一个应用“企业可信IP”：填这台机器上外网用的 IP。',
    ],
    bot: ['智能机器人：不用填地址，启动以后自己连上；同一个机器人只能有一处连。'],
    botByUrl: ['企业微信后台，智能机器人“API 模式”：URL 填 https://你的域名/wecom/bot，点“保存”，看它认不认。'],
    kf: ['企业微信后台，微信客服的回调：URL 填 https://你的域名/wecom/kf，点“保存”，看它认不认。'],
    contact: ['客户群：到 /status 点“取客户群”，给每个群选村。'],
    wechaty: ['Wechaty：启动以后看终端或 /status，有二维码就用手机扫。'],
  },
  next: (inConsole: readonly string[]): string[] => {
    const steps = [
      '先启动：npm start。',
      ...inConsole,
      '再检查：npm run doctor。',
      '把机器人拉进群，@它说“绑定 村名”，由村支书或镇值班同意。',
      '群机器人的地址到 /status 页面里填。',
    ]
    return ['接下来：', ...steps.map((step, i) => `  ${i + 1}. ${step}`)]
  },
  dropped: '没有写入，.env 没有改动。',
}
