import { spawn } from 'node:child_process'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AibotServer, startAibot } from '../support/aibot.ts'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'

const script = resolve(import.meta.dirname, '../../scripts/connect.ts')
const AES = 'a'.repeat(43)
let dir: string
let qyapi: Qyapi
let aibot: AibotServer

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shuoshi-connect-'))
  qyapi = await startQyapi({ secrets: ['secret-app', 'secret-contact', 'secret-archive', 'secret-kf'] })
  qyapi.serve.set('msgaudit/get_permit_user_list', () => ({ errcode: 0, ids: ['li', 'wang'] }))
  qyapi.serve.set('msgaudit/check_room_agree', () => ({
    errcode: 0,
    agreeinfo: [{ agree_status: 'Agree' }, { agree_status: 'Disagree' }, { agree_status: 'Default_Agree' }],
  }))
  qyapi.serve.set('kf/account/list', () => ({ errcode: 0, account_list: [{ open_kfid: 'wk1', name: '说事' }] }))
  qyapi.customerGroups.push({ chatId: 'wr1', name: '坪头村便民之声', owner: 'li' })
  aibot = await startAibot()
})
afterAll(async () => {
  await aibot.close()
  await qyapi.close()
  rmSync(dir, { recursive: true, force: true })
})

/** A settings file that leads to the loopback platform. */
function settingsFile(name: string): string {
  const file = join(dir, name)
  writeFileSync(file, `# 我的设置\nWECOM_API_BASE=${qyapi.base}\nWECOM_WS_URL=${aibot.url}\n`)
  return file
}

function connect(file: string, typed: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [script, '--file', file], {
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  child.stdin.end(typed.map((line) => `${line}\n`).join(''))
  return new Promise((done) => child.on('close', (code) => done({ code, said })))
}

/** From a line on, without what is new in every run. */
const from = (said: string, head: string): string =>
  said
    .slice(said.indexOf(head))
    .replaceAll(dir, '')
    .replace(/(?<=BEGIN PUBLIC KEY-----\n)[^-]+/u, '…\n')

describe('npm run connect', () => {
  it('leads a township whose residents are members to the bot and the robots', async () => {
    const file = settingsFile('internal.env')
    const town = ['１', '1', '2', '1', '二十八个']
    const app = ['https://127.0.0.1:9', 'ww01', 'not a number', '1000002', 'secret-app', 'token', AES]
    const { code, said } = await connect(file, [...town, '1，2、3', ...app, '1', 'bot01', 'secret-bot', '', '1'])
    expect(from(said, '你们能接的')).toMatchInlineSnapshot(`
      "你们能接的有这些：

      1 企业微信应用
        听：不进群
        说：和干部一对一，收发都行
        花钱：这一样不单收钱
        要有：在后台填上这台机器上外网的 IP

      2 智能机器人
        听：只听得见@它的话，单独发的照片看不见
        说：自己往群里发；装了企业微信的人也能单独找它说
        花钱：这一样不单收钱
        要有：每个群里先有人@它说一句，它才发得进去

      3 群机器人
        听：听不见群里的话
        说：自己往群里发
        花钱：这一样不单收钱
        要有：每个群里加一个群机器人，28个群就是28个地址

      4 说事码
        听：不进群
        说：居民用微信扫码，在网页上写一件事，不用加好友
        花钱：这一样不单收钱
        要有：把二维码发到群里、贴到村里

      5 Wechaty（不是官方的）
        听：群里的话都听得见
        说：自己往群里发；也能一对一
        花钱：要向第三方买 token，价钱卖家定；现在还没有找到能放心买的
        要有：一个丢得起的号，因为不是官方办法，号有被封的风险

      下面这些现在还接不了：
        会话内容存档：还要有买好的会话内容存档。

      企业要不要认证、外部联系人多了要不要加钱，以企业微信管理后台写的为准，这里不报价。

      现在接哪几样？可以写几个，比如 1 3。没有备齐的可以以后再来。
        1 企业微信应用
        2 智能机器人
        3 群机器人
        4 说事码
        5 Wechaty
      写前面的数字；直接回车就是 1 2 3 4
      > 
      直接回车，就是这一样还没有，先放一放。

      企业微信应用
      从外面打得开的网址（例如 https://shuoshi.example.cn）
      > 企业 ID（管理后台“我的企业”，最下面）
      > AgentId（“应用管理”里打开自己建的那个应用，最上面）
      > 写得不对，应该是应用的 AgentId，一串数字，请再写一遍。
      AgentId（“应用管理”里打开自己建的那个应用，最上面）
      > 应用的 Secret（同一页，点“查看”，会发到管理员的企业微信里）
      > 应用的 Token（同一页“接收消息”，点“设置API接收”，再点“随机获取”；那一页先别关，也先别保存）
      > 应用的 EncodingAESKey（同一页，Token 下面，点“随机获取”）
      > 
      智能机器人

      智能机器人怎么连？
        1 长连接：不用网址，启动以后自己连上，还能自己往群里发（用这个就好）
        2 回调地址：要用上面那个网址，只能答，不能自己往群里发
      写前面的数字；直接回车就是 1
      > 智能机器人的 Bot ID（管理后台的“智能机器人”，选“API 模式”）
      > 智能机器人的 Secret（同一页，连接方式选“使用长连接”）
      > 机器人在群里的名字（居民@的就是它；有几个名字用逗号隔开）
      > 
      群机器人
        这里不用填什么，启动以后再弄。

      要写进 .env 的是：
        从外面打得开的网址：https://127.0.0.1:9
        企业 ID：ww01
        AgentId：1000002
        应用的 Secret：填好了，不显示
        应用的 Token：填好了，不显示
        应用的 EncodingAESKey：填好了，不显示
        智能机器人的 Bot ID：bot01
        智能机器人的 Secret：填好了，不显示

      写进 .env 吗？
        1 写
        2 不写
      写前面的数字
      > 已写进 /internal.env。

      一样一样试：
      好  企业微信应用：企业微信认得，连得通。
      好  智能机器人：连得通。Bot ID 和 Secret 对不对，启动以后在 /status 上看。
      要改  回调地址：https://127.0.0.1:9/wecom/app 从这台机器打不开，请先 npm start，再看域名、证书和转发。
      要改  外网网址：https://127.0.0.1:9 从这台机器打不开，请先 npm start，再看域名、证书和转发。
      还有2处要改。改好以后运行 npm run doctor 再试一遍。

      接下来：
        1. 启动：npm start。已经开着的，先停了再开，新填的才算数。
        2. 企业微信后台，自己建的应用，“接收消息”：URL 填 https://127.0.0.1:9/wecom/app，点“保存”，它说成功就对了。
        3. 同一个应用，“企业可信IP”：填这台机器上外网用的 IP。
        4. 把智能机器人拉进群，@它说“绑定 村名”，由村支书或镇值班同意。同一个机器人只能有一台机器连。
        5. 每个群里加一个群机器人（群设置里的“消息推送”），把它的地址填到 /status 页面里。
        6. 再试一遍：npm run doctor。
      "
    `)
    expect([code, readFileSync(file, 'utf8')]).toEqual([0, expect.stringContaining('\nWECOM_BOT_ID=bot01\nWECOM_BOT_SECRET=secret-bot\n')])
    expect(said).toContain('写得不对，应该是应用的 AgentId，一串数字，请再写一遍。')
    for (const secret of ['secret-app', 'secret-bot', AES]) expect(said).not.toContain(secret)
    expect(aibot.subscribed).toBe(0)
  })

  it('leads a township with residents by WeChat to the archive, makes its keys and tries it', async () => {
    const file = settingsFile('customer.env')
    const library = `file:${dir}`
    const keys = join(dir, 'keys')
    const town = ['2', '2', '1', '2', '12']
    const archive = [keys, 'ww01', 'secret-archive', join(dir, 'nowhere.so'), library, '']
    const { code, said } = await connect(file, [...town, '', ...archive, 'secret-contact', '1'])
    expect(said).toContain(`没有找到文件 ${join(dir, 'nowhere.so')}，请看看放在哪里，再写一遍。`)
    expect(from(said, '\n会话内容存档\n')).toMatchInlineSnapshot(`
      "
      会话内容存档
      私钥放在哪个目录（程序会做好放进去）
        直接回车就用 data/archive-keys
      > 
      存档要一对钥匙，现在做好了。
      私钥在 /keys/private_key_1.pem，只留在这台机器上，不要发给别人，记得备份；丢了，存档就打不开了。
      下面是公钥，从 BEGIN 那一行到 END 那一行整段复制，贴到管理后台“会话内容存档”的“消息加密公钥”里，保存。存好以后看那里的版本号，不是 1 的话，把私钥文件名里的 1 改成那个数。
      -----BEGIN PUBLIC KEY-----
      …
      -----END PUBLIC KEY-----
      企业 ID（管理后台“我的企业”，最下面）
      > 会话内容存档的 Secret（管理后台“管理工具”里的“会话内容存档”）
      > 存档程序库放在哪里（在企业微信开发者中心“会话内容存档”的文档页下载、解开；Linux 写 .so 那个文件，Windows 写 .dll 那个文件）
      > 没有找到文件 /nowhere.so，请看看放在哪里，再写一遍。
      存档程序库放在哪里（在企业微信开发者中心“会话内容存档”的文档页下载、解开；Linux 写 .so 那个文件，Windows 写 .dll 那个文件）
      > 上外网要走的代理（没有就直接回车）
      > 
      客户群群发
      客户联系的 Secret（管理后台“客户联系”，打开“API”）
      > 
      要写进 .env 的是：
        私钥放在哪个目录：/keys
        企业 ID：ww01
        会话内容存档的 Secret：填好了，不显示
        存档程序库放在哪里：file:
        客户联系的 Secret：填好了，不显示

      写进 .env 吗？
        1 写
        2 不写
      写前面的数字
      > 已写进 /customer.env。

      一样一样试：
      好  客户联系：连得通，看得见1个客户群。
      好  会话内容存档：连得通，存档的有2人。每个群里要有其中一位。
      好  存档的私钥：有第1版，后台的公钥也要是这个版本号。
      好  存档：由别的程序取好放在 ，目录在。
      好  居民同意：问得到，试的那个群里3位居民有2位同意了。
      都通了。

      接下来：
        1. 启动：npm start。已经开着的，先停了再开，新填的才算数。
        2. 企业微信后台，“会话内容存档”：选好存谁的话（每个群里要有一位），贴上公钥，可信 IP 填这台机器上外网用的 IP。
        3. 群里有人说过话以后，到 /status 给每个群选村，没选的群一句也不读。用微信的居民要点过“同意”才听得见，那里有一段现成的话可以发到群里。
        4. 客户群：到 /status 点“取客户群”，给每个群选村。
        5. 再试一遍：npm run doctor。
      "
    `)
    expect(code).toBe(0)
    const made = readFileSync(join(keys, 'private_key_1.pem'), 'utf8')
    const half = createPublicKey(createPrivateKey(made)).export({ type: 'spki', format: 'pem' }).toString()
    expect(said).toContain(half)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    // Run again, everything kept: the same keys, nothing changed.
    const before = readFileSync(file, 'utf8')
    const again = await connect(file, ['', '2', '', '2', '12', '', '', '', '', '', '', '', '1'])
    expect([readFileSync(file, 'utf8'), readFileSync(join(keys, 'private_key_1.pem'), 'utf8')]).toEqual([before, made])
    expect(again.said).toContain(half)
  })

  it('leads a township with nothing but WeChat groups to 微信客服 and its 说事码', async () => {
    const file = settingsFile('wechat.env')
    const kf = ['https://127.0.0.1:9', 'ww01', 'secret-kf', 'token', AES]
    const { code, said } = await connect(file, ['3', '1', '1', '1', '28', '2 3', 'http://say.example.cn', ...kf, '1'])
    expect(from(said, '你们能接的')).toMatchInlineSnapshot(`
      "你们能接的有这些：

      1 企业微信应用
        听：不进群
        说：和干部一对一，收发都行
        花钱：这一样不单收钱
        要有：在后台填上这台机器上外网的 IP

      2 微信客服
        听：不进群
        说：居民用微信一对一说事；回话要在居民最后一句话以后48小时里，最多5条
        花钱：这一样不单收钱
        要有：把二维码发到群里、贴到村里

      3 说事码
        听：不进群
        说：居民用微信扫码，在网页上写一件事，不用加好友
        花钱：这一样不单收钱
        要有：把二维码发到群里、贴到村里

      4 Wechaty（不是官方的）
        听：群里的话都听得见
        说：自己往群里发；也能一对一
        花钱：要向第三方买 token，价钱卖家定；现在还没有找到能放心买的
        要有：一个丢得起的号，因为不是官方办法，号有被封的风险

      企业要不要认证、外部联系人多了要不要加钱，以企业微信管理后台写的为准，这里不报价。

      现在接哪几样？可以写几个，比如 1 3。没有备齐的可以以后再来。
        1 企业微信应用
        2 微信客服
        3 说事码
        4 Wechaty
      写前面的数字；直接回车就是 1 2 3
      > 
      直接回车，就是这一样还没有，先放一放。

      微信客服
      从外面打得开的网址（例如 https://shuoshi.example.cn）
      > 要 https:// 开头，请再写一遍。
      从外面打得开的网址（例如 https://shuoshi.example.cn）
      > 企业 ID（管理后台“我的企业”，最下面）
      > 微信客服的 Secret（管理后台“微信客服”，打开“API”）
      > 微信客服的 Token（同一页的回调配置，点“随机获取”；那一页先别关，也先别保存）
      > 微信客服的 EncodingAESKey（同一页，Token 下面）
      > 
      说事码
        要填的上面都填过了。

      要写进 .env 的是：
        从外面打得开的网址：https://127.0.0.1:9
        企业 ID：ww01
        微信客服的 Secret：填好了，不显示
        微信客服的 Token：填好了，不显示
        微信客服的 EncodingAESKey：填好了，不显示

      写进 .env 吗？
        1 写
        2 不写
      写前面的数字
      > 已写进 /wechat.env。

      一样一样试：
      好  微信客服：连得通，有1个客服账号。
      要改  回调地址：https://127.0.0.1:9/wecom/kf 从这台机器打不开，请先 npm start，再看域名、证书和转发。
      要改  外网网址：https://127.0.0.1:9 从这台机器打不开，请先 npm start，再看域名、证书和转发。
      还有2处要改。改好以后运行 npm run doctor 再试一遍。

      接下来：
        1. 启动：npm start。已经开着的，先停了再开，新填的才算数。
        2. 企业微信后台，“微信客服”的回调配置：URL 填 https://127.0.0.1:9/wecom/kf，点“保存”，它说成功就对了。
        3. 印说事码：npm run posters -- 海报，一村一张，贴到村里、发到群里。
        4. 再试一遍：npm run doctor。
      "
    `)
    expect([code, readFileSync(file, 'utf8')]).toEqual([0, expect.stringContaining('\nPUBLIC_URL=https://127.0.0.1:9\n')])
  })

  it('writes nothing when whoever types leaves', async () => {
    const file = settingsFile('left.env')
    const before = readFileSync(file, 'utf8')
    const { code, said } = await connect(file, ['1', '1', '2', '2', '28', '1', 'bot01', 'secret-bot', ''])
    expect([code, readFileSync(file, 'utf8')]).toEqual([1, before])
    expect(said).toContain('没有写，.env 没有变。')
    expect(existsSync(join(dir, 'data'))).toBe(false)
  })
})
