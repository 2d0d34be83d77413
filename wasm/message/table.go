package message

// The codes with a sentence: a line for each group that shares one.
//
// Sentences stand by language and not by group, and all of them are one string
// and not a slice of structs: neighbours that are alike pack best, and each
// string of a slice costs the module eight bytes of address and length that
// hardly compress. Together that is a fifth of what the sentences take.
//
// A code with a family after it (# * / ? of package payment) is that code in fields
// of the family. Its plain sentence is for all others, and names no kind of field:
// invalid_number is a card's and a prepaid voucher's. A suspected fraud reads like
// any refusal: to say more would teach the thief and accuse the honest.
const codes = `required
invalid_details unprocessable_entity invalid_parameter other_invalid invalid_password invalid_account invalid_user_key
invalid_characters
invalid_characters#
too_short too_long details_too_large
too_short# too_long# too_short* too_long*
invalid_number
invalid_month invalid_year invalid_characters/ too_short/ too_long/
card_expired
invalid_security_code bad_verification_value
invalid_email
invalid_phone
invalid_kana
invalid_store required? invalid_characters?
unexpected_card_number
invalid_birthday
used_number
unsupported_card_brand
insufficient_funds exceeds_limit
card_declined fraudulent restricted_account
too_many_requests conflict module_failed invalid_answer internal_server_error bad_gateway service_unavailable gateway_timeout
network_error timeout
missing_key secret_key invalid_key invalid_endpoint invalid_options unreadable_details invalid_url invalid_days invalid_currency bad_request unauthorized forbidden not_found missing_parameter
`

// The codes that get the sentence of unknown ones on purpose, the last of each
// language. The module does without them: it does not know them either.
const otherwise = `request_failed other_error aborted
locked invalid_token invalid_payment_type payment_type_under_maintenance
not_refundable not_capturable not_cancellable not_chargebackable
`

// sentences hold, per language in the order of [Lang], a line for each group.
const sentences = english + japanese + korean + chinese

const english = `Please fill this in.
Please check what you entered.
Some characters cannot be used. Please check what you entered.
Please enter digits only.
Please check the number of characters.
Please check the number of digits.
Please check the number you entered.
Please enter the expiry date in digits, as month / year.
Please check the expiry date. If the card has expired, use another card.
Please check the security code.
Please check the email address.
Please check the phone number.
Please enter the name in katakana.
Please choose a convenience store.
Please do not enter a card number here.
Please enter the date of birth as six digits, YYMMDD.
This number has already been used. Please use another number.
This card brand is not accepted here. Please use another card.
The balance or limit is too low. Please use another way to pay.
The payment was declined. Please use another way to pay.
The payment service is not available. Please try again in a moment.
Could not connect. Please check your connection and try again.
There is a problem with this shop's payment settings. Please contact the shop.
The payment did not go through. Please use another way to pay.
`

const japanese = `ご入力ください。
入力内容をご確認ください。
使用できない文字があります。ご確認ください。
数字でご入力ください。
文字数をご確認ください。
桁数をご確認ください。
入力した番号をご確認ください。
有効期限は「月／年」の順に数字でご入力ください。
有効期限をご確認ください。期限切れの場合は、別のカードをご利用ください。
セキュリティコードをご確認ください。
メールアドレスをご確認ください。
電話番号をご確認ください。
カタカナでご入力ください。
コンビニをお選びください。
ここにはカード番号を入力しないでください。
生年月日は6桁の数字（YYMMDD）でご入力ください。
この番号は使用済みです。別の番号をご利用ください。
このカードブランドはご利用いただけません。別のカードをご利用ください。
残高または利用可能額が不足しています。別のお支払い方法をご利用ください。
お支払いが承認されませんでした。別のお支払い方法をご利用ください。
現在、決済を受け付けることができません。しばらくしてからもう一度お試しください。
接続できませんでした。通信環境をご確認のうえ、もう一度お試しください。
お店の決済設定に問題があります。お店にお問い合わせください。
お支払いが完了しませんでした。別のお支払い方法をご利用ください。
`

const korean = `입력해 주세요.
입력한 내용을 확인해 주세요.
사용할 수 없는 문자가 있습니다. 확인해 주세요.
숫자로 입력해 주세요.
글자 수를 확인해 주세요.
자릿수를 확인해 주세요.
입력한 번호를 확인해 주세요.
유효기간을 월 / 연도 순서의 숫자로 입력해 주세요.
유효기간을 확인해 주세요. 만료된 카드라면 다른 카드를 이용해 주세요.
보안 코드를 확인해 주세요.
이메일 주소를 확인해 주세요.
전화번호를 확인해 주세요.
이름을 가타카나로 입력해 주세요.
편의점을 선택해 주세요.
여기에는 카드 번호를 입력하지 말아 주세요.
생년월일을 숫자 6자리(YYMMDD)로 입력해 주세요.
이미 사용된 번호입니다. 다른 번호를 이용해 주세요.
이 카드 브랜드는 사용할 수 없습니다. 다른 카드를 이용해 주세요.
잔액 또는 한도가 부족합니다. 다른 결제 수단을 이용해 주세요.
결제가 승인되지 않았습니다. 다른 결제 수단을 이용해 주세요.
현재 결제를 이용할 수 없습니다. 잠시 후 다시 시도해 주세요.
연결할 수 없습니다. 통신 상태를 확인한 후 다시 시도해 주세요.
상점의 결제 설정에 문제가 있습니다. 상점에 문의해 주세요.
결제가 완료되지 않았습니다. 다른 결제 수단을 이용해 주세요.
`

const chinese = `请填写此项。
请核对您填写的内容。
含有不能使用的字符，请核对。
请用数字填写。
请核对字数。
请核对位数。
请核对您填写的号码。
请用数字按“月／年”的顺序填写有效期。
请核对有效期。如卡已过期，请使用其他卡。
请核对安全码。
请核对邮箱地址。
请核对电话号码。
请用片假名填写姓名。
请选择便利店。
请勿在此处填写卡号。
请用6位数字填写出生日期（YYMMDD）。
此号码已被使用，请使用其他号码。
不支持此卡组织，请使用其他卡。
余额或额度不足，请使用其他支付方式。
支付未获批准，请使用其他支付方式。
目前无法支付，请稍后重试。
连接失败，请检查网络后重试。
商家的支付设置有问题，请联系商家。
支付未完成，请使用其他支付方式。
`
