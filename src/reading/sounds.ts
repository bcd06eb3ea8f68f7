import { readFileSync } from 'node:fs'

/**
 * Node's own order of Chinese characters (ICU, `co-pinyin`) is that of their sounds. Each line of the list names a sound, without its tone,
 * and the first character that has it: the sound of any other is the last that does not begin behind it. A character with several sounds
 * has its commonest, which is enough to hold a typed word against an order's.
 */
const inOrder = new Intl.Collator('zh-u-co-pinyin')
let list: { sound: string; first: string }[] | null = null

function firstOfEach(): { sound: string; first: string }[] {
  list ??= readFileSync(new URL('sounds.txt', import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/u)
    .map((line) => {
      const [sound = '', first = ''] = line.split(' ')
      return { sound, first }
    })
  return list
}

function soundOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character
  const sounds = firstOfEach()
  let [low, high] = [0, sounds.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (inOrder.compare(sounds[middle]?.first ?? '', character) <= 0) low = middle
    else high = middle - 1
  }
  return sounds[low]?.sound ?? character
}

/** 办洁 → ban, jie. What is no Chinese character sounds like itself. */
export const soundsOf = (word: string): string[] => Array.from(word, soundOf)
