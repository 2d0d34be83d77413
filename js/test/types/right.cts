// The same for those who still require().
import tokenize = require("komoju-tokenize");
import url = require("komoju-tokenize/url");

const token: Promise<tokenize.Token> = tokenize.komojuTokenize({ type: "toss", email: "taro@example.com" });
const same: tokenize.KomojuTokenize[] = [tokenize.default, url.komojuTokenize];

export = [token, same, (error: unknown) => error instanceof tokenize.KomojuError];
