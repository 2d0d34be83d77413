package edge

import (
	"math"
	"slices"
	"strings"
	"time"

	"komoju-tokenize/wasm/ascii"
	"komoju-tokenize/wasm/tokens"
)

// Setting reads a Config from variables by name; get answers "" for one that is
// not set. Send, Limit and Log are the platform's to add.
//
//	KOMOJU_PUBLISHABLE_KEY  the key
//	KOMOJU_ENDPOINT         https://komoju.com unless set
//	KOMOJU_TIMEOUT          milliseconds, 20000 unless set
//	ALLOWED_ORIGINS         parted by commas, spaces or line breaks
//	CARDS                   on, true or 1; anything else is off
func Setting(get func(name string) string) Config {
	return Config{
		Key:      get("KOMOJU_PUBLISHABLE_KEY"),
		Endpoint: get("KOMOJU_ENDPOINT"),
		Timeout:  time.Duration(max(ascii.Number(get("KOMOJU_TIMEOUT"), 1e9), 0)) * time.Millisecond,
		Origins:  strings.FieldsFunc(get("ALLOWED_ORIGINS"), func(r rune) bool { return strings.ContainsRune(", \t\r\n", r) }),
		Cards:    slices.Contains([]string{"on", "true", "1"}, get("CARDS")),
	}
}

// core is the part of a Config that the core judges by.
func (c *Config) core() *tokens.Config {
	return &tokens.Config{Key: c.Key, Endpoint: c.Endpoint, NoCards: !c.Cards}
}

// broken is what keeps the service from serving. The core judges key and
// endpoint before any details, so that none are needed to ask it.
func (c *Config) broken() *refusal {
	_, fault := tokens.NewRequest(c.core(), nil)
	switch {
	case fault.Code != tokens.InvalidDetails:
		return refuse(fault.Code)
	case len(c.Origins) == 0:
		return refuse(missingOrigins)
	case !allOf(c.Origins, isOrigin):
		return refuse(invalidOrigins)
	case c.Send == nil:
		return refuse(missingSender)
	}
	return nil
}

func allOf(list []string, is func(string) bool) bool {
	return !slices.ContainsFunc(list, func(s string) bool { return !is(s) })
}

// isOrigin tells an origin as browsers write it: scheme, host, perhaps a port, but
// not the scheme's own. A wildcard or a path would never match, and nobody would
// learn why. The light Worker has the same rule.
func isOrigin(s string) bool {
	scheme, host, _ := strings.Cut(s, "://")
	usual, web := map[string]int{"http": 80, "https": 443}[scheme]
	if at := strings.LastIndexByte(host, ':'); at > strings.IndexByte(host, ']') {
		web = web && isPort(host[at+1:], usual)
		host = host[:at]
	}
	if inner, is := strings.CutPrefix(host, "["); is {
		inner, is = strings.CutSuffix(inner, "]")
		return web && is && inner != "" && ascii.Only(inner, "09::af..")
	}
	return web && host != "" && ascii.Only(host, "09az--..__")
}

func isPort(s string, usual int) bool {
	n := ascii.Number(s, math.MaxUint16)
	return n > 0 && n <= math.MaxUint16 && s[0] != '0' && n != usual
}
