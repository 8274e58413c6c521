/** As the server checks it: letters, digits, Chinese characters, point, hyphen and underscore, 2 to 60. */
export const loginPattern = /^[A-Za-z0-9._\-一-鿿]{2,60}$/

/** As the server asks: long beats odd, so there is a least length and no rule of character classes. */
export const leastPassword = 10
