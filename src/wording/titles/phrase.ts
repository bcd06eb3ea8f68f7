/** What a matter is called after its place: 三社路口 + 路灯不亮. Read aloud in the group, so short and whole. */
export interface Phrases {
  /** When none of `when` is heard. */
  usual: string
  /** The first that is heard, the particular before the general. */
  when: readonly (readonly [heard: RegExp, phrase: string])[]
}
