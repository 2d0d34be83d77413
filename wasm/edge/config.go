package edge

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"komoju-tokenize/wasm/tokens"
)

// Setting reads a Config from variables by name; get answers "" for one that is
// not set. Send, Limit and Log are the platform's to add.
//
//	KOMOJU_PUBLISHABLE_KEY  the key
//	KOMOJU_ENDPOINT         https://komoju.com unless set
//	KOMOJU_TIMEOUT          milliseconds, 20000 unless set
//	ALLOWED_ORIGINS         parted by commas or spaces
//	CARDS                   on, true or 1; anything else is off
func Setting(get func(name string) string) Config {
	milliseconds, _ := strconv.Atoi(get("KOMOJU_TIMEOUT"))
	return Config{
		Key:      get("KOMOJU_PUBLISHABLE_KEY"),
		Endpoint: get("KOMOJU_ENDPOINT"),
		Timeout:  time.Duration(milliseconds) * time.Millisecond,
		Origins:  strings.FieldsFunc(get("ALLOWED_ORIGINS"), func(r rune) bool { return r == ',' || r == ' ' }),
		Cards:    slices.Contains([]string{"on", "true", "1"}, get("CARDS")),
	}
}

// core is the part of a Config that the core judges by.
func (c *Config) core() *tokens.Config {
	return &tokens.Config{Key: c.Key, Endpoint: c.Endpoint}
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
// learn why.
func isOrigin(s string) bool {
	scheme, host, _ := strings.Cut(s, "://")
	port, web := map[string]string{"http": ":80", "https": ":443"}[scheme]
	return web && host != "" && s == strings.ToLower(s) && !strings.ContainsAny(host, "/*?#@") && !strings.HasSuffix(host, port)
}
