/** Why something was not said after all, as it stands beside it. */
export const unsaidFor = { over: '说已经没事了', notPublic: '再看一遍，不便公开', withdrawn: '已撤回', undone: '已撤销' } as const

/** What a line of a matter's history notes of itself. */
export const noteOf = { leave: '请假', back: '销假', gone: '离任', withdrawn: '撤回' } as const
