package message

// table holds every sentence: per group of codes one line with the codes, then
// one line per language in the order of [Lang], then an empty line. The last
// group is the one an unknown code falls into.
//
// It is one string and not a slice of structs because each string of a slice
// costs the module eight bytes of address and length that hardly compress:
// about 340 bytes more than these 2,070 after brotli.
//
// Where one code comes from fields of several kinds, its sentence names none of
// them: invalid_number is a card's and a prepaid voucher's, too_long a name's
// and a number's. A suspected fraud reads like any refusal: to say more would
// teach the thief and accuse the honest.
const table = `required
Please fill this in.
必須項目です。ご入力ください。
필수 항목입니다. 입력해 주세요.
此项为必填项，请填写。

invalid_details unprocessable_entity invalid_parameter other_invalid
Please check what you entered.
入力内容をご確認ください。
입력한 내용을 확인해 주세요.
请核对您填写的内容。

invalid_characters
Some characters cannot be used. Please check what you entered.
使用できない文字があります。ご確認ください。
사용할 수 없는 문자가 있습니다. 확인해 주세요.
含有不能使用的字符，请核对。

too_short
Too few characters. Please check what you entered.
文字数が不足しています。ご確認ください。
글자 수가 부족합니다. 확인해 주세요.
字数不足，请核对。

too_long details_too_large
Too many characters. Please check what you entered.
文字数が多すぎます。ご確認ください。
글자 수가 너무 많습니다. 확인해 주세요.
字数过多，请核对。

invalid_number
Please check the number you entered.
入力した番号をご確認ください。
입력한 번호를 확인해 주세요.
请核对您填写的号码。

invalid_month
Please check the expiry month.
有効期限（月）をご確認ください。
유효기간(월)을 확인해 주세요.
请核对有效期（月）。

invalid_year
Please check the expiry year.
有効期限（年）をご確認ください。
유효기간(연도)를 확인해 주세요.
请核对有效期（年）。

card_expired
This card has expired. Please use another card.
有効期限が切れています。別のカードをご利用ください。
유효기간이 지났습니다. 다른 카드를 이용해 주세요.
此卡已过期，请使用其他卡。

invalid_security_code bad_verification_value
Please check the security code.
セキュリティコードをご確認ください。
보안 코드를 확인해 주세요.
请核对安全码。

invalid_email
Please check the email address.
メールアドレスをご確認ください。
이메일 주소를 확인해 주세요.
请核对邮箱地址。

invalid_phone
Please check the phone number.
電話番号をご確認ください。
전화번호를 확인해 주세요.
请核对电话号码。

invalid_kana
Please enter the name in katakana.
全角カタカナでご入力ください。
이름을 가타카나로 입력해 주세요.
请用片假名填写姓名。

invalid_store
Please choose a convenience store.
コンビニをお選びください。
편의점을 선택해 주세요.
请选择便利店。

invalid_password invalid_account invalid_user_key
Please check the ID and password.
IDとパスワードをご確認ください。
아이디와 비밀번호를 확인해 주세요.
请核对账号和密码。

used_number
This number has already been used. Please use another number.
この番号は使用済みです。別の番号をご利用ください。
이미 사용된 번호입니다. 다른 번호를 이용해 주세요.
此号码已被使用，请使用其他号码。

unsupported_card_brand
This card brand is not accepted here. Please use another card.
このブランドのカードは使用できません。別のカードをご利用ください。
이 브랜드의 카드는 사용할 수 없습니다. 다른 카드를 이용해 주세요.
不支持此品牌的卡，请使用其他卡。

insufficient_funds
The balance is too low. Please use another way to pay.
残高が不足しています。別のお支払い方法をご利用ください。
잔액이 부족합니다. 다른 결제 수단을 이용해 주세요.
余额不足，请使用其他支付方式。

exceeds_limit
This is over the spending limit. Please use another way to pay.
ご利用限度額を超えています。別のお支払い方法をご利用ください。
이용 한도를 초과했습니다. 다른 결제 수단을 이용해 주세요.
已超过限额，请使用其他支付方式。

card_declined fraudulent restricted_account
The payment was declined. Please use another way to pay.
お支払いが承認されませんでした。別のお支払い方法をご利用ください。
결제가 승인되지 않았습니다. 다른 결제 수단을 이용해 주세요.
支付未获批准，请使用其他支付方式。

locked invalid_payment_type payment_type_under_maintenance
This cannot be used at the moment. Please use another way to pay.
現在ご利用いただけません。別のお支払い方法をご利用ください。
현재 이용할 수 없습니다. 다른 결제 수단을 이용해 주세요.
目前无法使用，请使用其他支付方式。

too_many_requests conflict invalid_answer internal_server_error bad_gateway service_unavailable gateway_timeout
The payment service is not available. Please try again in a moment.
現在お支払いをご利用いただけません。しばらくしてからもう一度お試しください。
현재 결제를 이용할 수 없습니다. 잠시 후 다시 시도해 주세요.
目前无法支付，请稍后重试。

network_error timeout
Could not connect. Please check your connection and try again.
接続できませんでした。通信環境をご確認のうえ、もう一度お試しください。
연결할 수 없습니다. 통신 상태를 확인한 후 다시 시도해 주세요.
连接失败，请检查网络后重试。

aborted
The payment was cancelled. Please try again.
お支払いが中断されました。もう一度お試しください。
결제가 중단되었습니다. 다시 시도해 주세요.
支付已取消，请重试。

module_failed invalid_token
Something went wrong. Please reload the page and try again.
問題が発生しました。ページを再読み込みして、もう一度お試しください。
문제가 발생했습니다. 페이지를 새로 고친 후 다시 시도해 주세요.
出现问题，请刷新页面后重试。

missing_key secret_key invalid_key invalid_endpoint unreadable_details invalid_url invalid_days invalid_currency bad_request unauthorized forbidden not_found missing_parameter not_refundable not_capturable not_cancellable not_chargebackable
There is a problem with this shop's payment settings. Please contact the shop.
お店の決済設定に問題があります。お店にお問い合わせください。
상점의 결제 설정에 문제가 있습니다. 상점에 문의해 주세요.
商店的支付设置有问题，请联系商店。

request_failed other_error
The payment did not go through. Please try again or use another way to pay.
お支払いが完了しませんでした。もう一度お試しいただくか、別のお支払い方法をご利用ください。
결제가 완료되지 않았습니다. 다시 시도하거나 다른 결제 수단을 이용해 주세요.
支付未完成，请重试或使用其他支付方式。
`
