package edge

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/tokens"
)

// card is the payment type that Config.Cards lets in.
const card = "credit_card"

// createToken answers POST …/tokens.
func (c *call) createToken() *answer {
	if name := c.guard(); name != "" {
		return c.refused(refuse(name))
	}
	ctx, cancel := context.WithTimeout(c.request.Context(), c.Timeout)
	defer cancel()
	in, name := c.read(ctx)
	if in != nil && in.locale != "" {
		c.language = message.Language(in.locale + "," + joined(c.request.Header, "Accept-Language"))
	}
	if name != "" {
		return c.refused(refuse(name))
	}
	return c.tokenize(ctx, in)
}

// guard names what is wrong with a request before its body is looked at. A page
// always names its origin when it posts, on its own origin too.
func (c *call) guard() string {
	_, readable := media[mediaOf(c.request.Header)]
	key := keyOf(c.request.Header)
	switch {
	case !c.allowed():
		return foreignOrigin
	case !readable:
		return wrongMedia
	case key != "" && key != c.Key:
		return otherKey
	case c.request.ContentLength > bodyLimit:
		return tokens.DetailsTooLarge
	case c.limited():
		return tooMany
	}
	return ""
}

func (c *call) limited() bool {
	pass, err := c.Limit(c.request)
	if err != nil {
		c.Log("edge: the rate limit could not be asked; request " + c.id + " passes")
	}
	return err == nil && !pass
}

func (c *call) tokenize(ctx context.Context, in *input) *answer {
	config := c.core()
	config.Currency, config.Now, config.Language = in.currency, c.since.Unix(), c.language
	request, fault := tokens.NewRequest(config, in.details)
	switch {
	case fault == nil:
	case fault.Code == refusals[noCards].Code: // by the core; else it would be a problem of a field
		return c.refused(refuse(noCards))
	default:
		return c.fault(fault, statusOf(fault))
	}
	return c.ask(ctx, request, in.details)
}

// attempts number the tries as the core counts them: the second is the last, for
// the page may repeat the whole call. Only the core knows what is worth another.
var attempts = [...]int{1, 3}

func (c *call) ask(ctx context.Context, r *tokens.Request, d payment.Details) (a *answer) {
	for _, attempt := range attempts {
		var wait int
		if a, wait = c.try(ctx, r, d, attempt); wait == 0 || !pause(ctx, wait) {
			break
		}
	}
	return a
}

// try asks once: an answer, or how many milliseconds to wait before the next. The
// answer that comes with a wait is for a call that ends meanwhile.
func (c *call) try(ctx context.Context, r *tokens.Request, d payment.Details, attempt int) (*answer, int) {
	reply, err := c.Send(ctx, r, c.id)
	if err != nil || reply == nil {
		reply = &Reply{}
	}
	a := &tokens.Answer{Attempt: attempt, Jitter: rand.IntN(1000), Language: c.language, Details: d, Failure: failure(ctx, err)}
	a.Test = c.core().Test()
	reply.tell(a, c.Now())
	outcome := tokens.Read(a)
	switch {
	case outcome.Token:
		body, _ := parse(reply.Body) // written as the package writes it
		return &answer{status: http.StatusOK, body: []byte(body.Value)}, 0
	case outcome.Fault == nil:
		late := tokens.Read(&tokens.Answer{Language: c.language, Failure: tokens.Timeout}).Fault
		return c.fault(late, statusOf(late)), outcome.Wait
	}
	failed := c.fault(outcome.Fault, statusOf(outcome.Fault))
	failed.retryAfter = reply.RetryAfter
	return failed, 0
}

// failure is the core's word for why there is no answer, "" when there is one.
func failure(ctx context.Context, err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return tokens.Timeout
	case ctx.Err() != nil:
		return tokens.Aborted
	}
	return tokens.NetworkError
}

// pause waits for so many milliseconds, and says whether the call went on so long.
func pause(ctx context.Context, milliseconds int) bool {
	timer := time.NewTimer(time.Duration(milliseconds) * time.Millisecond)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// tell hands the reply to the core, which reads no JSON. Anything may stand in a
// body, or nothing.
func (r *Reply) tell(a *tokens.Answer, now time.Time) {
	a.Status, a.RetryAfter = r.Status, seconds(r.RetryAfter, now)
	body, _ := members(r.Body)
	wrong, _ := object(body, "error")
	a.ID = text(body, "id")
	a.Code, a.Message, a.Param = text(wrong, "code"), text(wrong, "message"), text(wrong, "param")
}

// seconds is a Retry-After in seconds, which a date becomes (RFC 9110, section
// 10.2.3); "" for a date that has passed, and for what is neither.
func seconds(retryAfter string, now time.Time) string {
	if at, err := http.ParseTime(retryAfter); err == nil {
		if wait := at.Sub(now); wait > 0 {
			return strconv.FormatInt(int64((wait+time.Second-1)/time.Second), 10)
		}
		return ""
	}
	return retryAfter
}
