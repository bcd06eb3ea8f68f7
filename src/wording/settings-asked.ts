/** What an operator fills in, as the console calls it, and on which page it stands. */
export const settingsAsked = {
  PUBLIC_URL: { title: '从外面打得开的网址', where: '例如 https://shuoshi.example.cn' },
  WECOM_CORP_ID: { title: '企业 ID', where: '管理后台“我的企业”，最下面' },
  WECOM_AGENT_ID: { title: 'AgentId', where: '“应用管理”里打开自己建的那个应用，最上面' },
  WECOM_SECRET: { title: '应用的 Secret', where: '同一页，点“查看”，会发到管理员的企业微信里' },
  WECOM_TOKEN: { title: '应用的 Token', where: '同一页“接收消息”，点“设置API接收”，再点“随机获取”；那一页先别关，也先别保存' },
  WECOM_AES_KEY: { title: '应用的 EncodingAESKey', where: '同一页，Token 下面，点“随机获取”' },
  BOT_NAMES: { title: '机器人在群里的名字', where: '居民@的就是它；有几个名字用逗号隔开' },
  WECOM_BOT_ID: { title: '智能机器人的 Bot ID', where: '管理后台的“智能机器人”，选“API 模式”' },
  WECOM_BOT_SECRET: { title: '智能机器人的 Secret', where: '同一页，连接方式选“使用长连接”' },
  WECOM_BOT_TOKEN: { title: '智能机器人的 Token', where: '同一页，连接方式选“使用URL回调”' },
  WECOM_BOT_AES_KEY: { title: '智能机器人的 EncodingAESKey', where: '同一页，Token 下面' },
  WECOM_KF_SECRET: { title: '微信客服的 Secret', where: '管理后台“微信客服”，打开“API”' },
  WECOM_KF_TOKEN: { title: '微信客服的 Token', where: '同一页的回调配置，点“随机获取”；那一页先别关，也先别保存' },
  WECOM_KF_AES_KEY: { title: '微信客服的 EncodingAESKey', where: '同一页，Token 下面' },
  WECOM_CONTACT_SECRET: { title: '客户联系的 Secret', where: '管理后台“客户联系”，打开“API”' },
  WECOM_ARCHIVE_SECRET: { title: '会话内容存档的 Secret', where: '管理后台“管理工具”里的“会话内容存档”' },
  WECOM_ARCHIVE_SDK: {
    title: '存档程序库放在哪里',
    where: '在企业微信开发者中心“会话内容存档”的文档页下载、解开；Linux 写 .so 那个文件，Windows 写 .dll 那个文件',
  },
  WECOM_ARCHIVE_KEYS: { title: '私钥放在哪个目录', where: '程序会做好放进去' },
  WECOM_ARCHIVE_PROXY: { title: '上外网要走的代理', where: '没有就直接回车' },
  WECHATY_PUPPET: { title: 'puppet 的包名', where: '例如 wechaty-puppet-service' },
  WECHATY_TOKEN: { title: 'token', where: '卖家给的；没有就直接回车' },
  WECHATY_ENDPOINT: { title: '服务的 主机:端口', where: '没有就直接回车' },
} as const
export type SettingName = keyof typeof settingsAsked
