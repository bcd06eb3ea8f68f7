/** 我婆, 他姐夫, 娃, 她: people are spoken of, whatever it is about. */
const OF_PEOPLE = /[他她]|[婆奶爷妈爸娃孙侄]|(?:我|咱)大(?!家|小|概)|儿子|女子|媳妇|姐夫|老汉|老人|亲家/u

/** Where somebody's people are spoken of, a village's group hears a number and no more. */
export const speaksOfPeople = (text: string): boolean => OF_PEOPLE.test(text)
