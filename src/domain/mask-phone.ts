const MOBILE = /(?<!\d)(1[3-9]\d)[\s-]?\d{4}[\s-]?(\d{4})(?!\d)/gu

/** Somebody's mobile number in words that others read: 138****5678. Service numbers and landlines of offices stay. */
export const maskPhones = (text: string): string => text.replace(MOBILE, '$1****$2')
