// What a shop writes. It must compile against the package as it is published.
import usual, { komojuTokenize, KomojuError } from "komoju-tokenize";
import { komojuTokenize as streamed } from "komoju-tokenize/url";
import module from "komoju-tokenize/komoju-tokenize.wasm";
import type {
  ApiCode, Brand, CallCode, Config, CreditCardDetails, DetailsOf, ErrorCode, KnownDetails, KomojuTokenize, Locale,
  Options, OtherDetails, PaymentDetails, PaymentType, Problem, ProblemCode, Source, Store, Token, Validation,
} from "komoju-tokenize";

const same: KomojuTokenize = usual === komojuTokenize ? usual : streamed;

// Each of the sixteen types, with what it needs.
const email = "taro@example.com";
const known: Record<PaymentType, KnownDetails> = {
  credit_card: { type: "credit_card", number: "4111111111111111", month: 12, year: "2031", verification_value: null, email: undefined },
  konbini: { type: "konbini", store: "lawson", email, expiry_days: 3 },
  bank_transfer: { type: "bank_transfer", email, phone: "0312345678", family_name_kana: "ヤマダ", given_name_kana: "タロウ" },
  pay_easy: { type: "pay_easy", email, phone: "0312345678", family_name: "山田", given_name: "太郎", family_name_kana: "ヤマダ", given_name_kana: "タロウ" },
  web_money: { type: "web_money", prepaid_number: "1111111111111111" },
  bit_cash: { type: "bit_cash", prepaid_number: "ああああああああああああああああ" },
  net_cash: { type: "net_cash", prepaid_number: "1111111111111111" },
  nanaco: { type: "nanaco", prepaid_number: "1111111111111111" },
  steam_prepaid_card: { type: "steam_prepaid_card", prepaid_number: "1111111111111111", email },
  dospara: { type: "dospara", user_no: "12345", user_password: "secret" },
  culture_voucher: { type: "culture_voucher", culture_id: "taro", culture_password: "secret" },
  happy_money: { type: "happy_money", happy_money_id: "taro", happy_money_password: "secret" },
  mobile: { type: "mobile", email },
  toss: { type: "toss", email },
  cvs: { type: "cvs", email },
  zgold: { type: "zgold", email, return_url: "https://shop.example/" },
};

// A union narrows by its type.
function last4(details: KnownDetails): string {
  return details.type === "credit_card" ? String(details.number).slice(-4) : "";
}

// Another type is open, and so is one that is known only when the page runs.
const other: OtherDetails = { type: "paypay", anything: { at: ["all"] } };
declare const chosen: string;
declare const details: PaymentDetails;

// A form, read off as it stands: its names and its type are known when the page runs.
declare const form: HTMLFormElement;
declare const one: "konbini" | "toss" | "pay_easy";
declare const oneOfTwo: "credit_card" | "konbini";
declare const any: PaymentType;
declare const mixed: "credit_card" | "paypay";
declare const values: Record<string, string>;
const chosenType = { type: one, ...values };
const entries = Object.fromEntries(new FormData(form));

async function readOff(): Promise<(Token | Validation)[]> {
  return [
    await komojuTokenize({ type: one, ...values }),
    await komojuTokenize({ type: any, ...values }, { currency: "JPY" }),
    await komojuTokenize({ type: mixed, ...values }),
    await komojuTokenize({ type: chosen, ...values }),
    await komojuTokenize({ ...values, type: one, email }),
    await komojuTokenize({ type: any, ...entries }),
    await komojuTokenize(chosenType),
    await komojuTokenize(values),
    await komojuTokenize(entries),
    await komojuTokenize(Object.fromEntries(new FormData(form)), options),
    await komojuTokenize(Object.fromEntries(new URLSearchParams("type=toss"))),
    await komojuTokenize(JSON.parse("{}") as Record<string, unknown>),
    await komojuTokenize.validate({ type: one, ...values }),
    await komojuTokenize.validate({ type: any, ...entries }),
    await komojuTokenize.validate(values),
    await komojuTokenize.validate(Object.fromEntries(new FormData(form)), { locale: "ja" }),
  ];
}

// A shop's own functions around the call stay as checked as it is.
const payBy = <T extends string>(given: DetailsOf<T> & { type: T }): Promise<Token> => komojuTokenize(given);
const judge = <T extends PaymentType>(given: Partial<DetailsOf<T>> & { type: T }): Promise<Validation> => komojuTokenize.validate(given);
const named = (): Promise<Token> => komojuTokenize<"toss">({ type: "toss", email });

// Numbers, where nothing of them can be lost.
const numbers: KnownDetails[] = [
  { type: "credit_card", number: 4111111111111111, month: 12, year: 2031 },
  { type: "konbini", store: "lawson", email, expiry_days: 0 },
  { type: "bank_transfer", email, phone: "0312345678", family_name_kana: "ヤマダ", given_name_kana: "タロウ", expiry_days: 14 },
];

const config: Config = { publishableKey: "pk_test_1", locale: "ja", endpoint: "https://komoju.com", timeout: 5000 };
const options: Options = { ...config, locale: "zh-Hant-TW", currency: "JPY", signal: new AbortController().signal };

async function pay(): Promise<Token> {
  komojuTokenize.configure(config);
  await komojuTokenize.init();
  const sources: (Source | Promise<Source>)[] = ["/a.wasm", new URL("https://a.example/"), fetch("/a.wasm"), new Uint8Array(8), new ArrayBuffer(8), module];
  for (const source of sources) await streamed.init(source);
  await komojuTokenize({ type: "credit_card", number: "4111111111111111", month: "12", year: 31 }, options);
  await komojuTokenize({ type: "konbini", store: "ファミマ", email });
  await komojuTokenize({ type: "paypay" });
  await komojuTokenize({ type: chosen, email });
  await komojuTokenize({ type: "credit_card", number: 4111111111111111, expiry: "12/30", installments: 3 });
  await komojuTokenize({ type: "toss", phone: "01012345678", birthday: "900131" });
  await komojuTokenize({ type: "zgold" });
  await komojuTokenize({ type: oneOfTwo, store: "lawson", email });
  await komojuTokenize(details);
  await komojuTokenize(known.konbini);
  return same(other, {});
}

async function type(partial: Partial<CreditCardDetails> & { type: "credit_card" }): Promise<Brand | null> {
  const { valid, problems, fields }: Validation = await komojuTokenize.validate(partial, { locale: "ko" });
  const { brand = null, gaps = [], codeLength } = fields.number ?? {};
  const size: number | undefined = codeLength;
  const folded: string | undefined = fields["email"]?.value;
  return valid && problems.length + gaps.length > (size ?? 0) && folded ? null : brand;
}

function show(error: unknown): string {
  if (!(error instanceof KomojuError)) throw error;
  const { code, message, problems, status, retryable, detail }: KomojuError = error;
  const first: Problem | undefined = problems[0];
  const codes: ErrorCode[] = [code, "card_declined", "timeout", "one_of_tomorrow"];
  return retryable || status > 500 || codes.includes("secret_key") ? detail : (first?.message ?? message);
}

const exact: [Locale, Store, ProblemCode, CallCode, ApiCode] = ["ja", "seven-eleven", "invalid_kana", "module_failed", "too_many_requests"];
const narrow: DetailsOf<"toss"> = { type: "toss", email };
const wide: DetailsOf<string> = details;

export { exact, judge, last4, named, narrow, numbers, pay, payBy, readOff, show, type, wide };
