/** npm run rotate-key. */
export const rotateProgram = {
  begins: '正在换钥匙，程序可以照常运行，中途断了再运行一次就接着换……',
  busy: '没有换：另一个程序正在换钥匙，请等它做完。',
  done: (rows: number): string => `换好了：${rows}行用新钥匙重新加密过，旧的已经作废。`,
  master: {
    file: (file: string): string => `总钥匙也换了新的，在 ${file}，请另外存一份；以前的备份要用以前的那一份打开，请一起留着。`,
    setting: () =>
      '总钥匙换成了 SECRET_KEY_NEXT：请把它写到 .env 的 SECRET_KEY、删去 SECRET_KEY_NEXT，再重新启动；以前的备份要用以前的打开。',
    kept: () => '总钥匙（SECRET_KEY）没有换；要换，请在 .env 里写上 SECRET_KEY_NEXT 再运行一次。',
  },
}
