/** 坪头 of 坪头村: what a village is called for short. */
export const villageStem = (name: string): string => (name.endsWith('村') ? name.slice(0, -1) : name)
