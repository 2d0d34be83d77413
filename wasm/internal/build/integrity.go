package main

import (
	"bytes"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"os"

	"komoju-tokenize/wasm/message"
	"komoju-tokenize/wasm/payment"
	"komoju-tokenize/wasm/tokens"
)

const (
	integrityFile = "integrity.json"
	scriptFile    = "komoju-tokenize.js"
)

// integrity is what a page needs so that its browser runs these files and no
// others, ready to be copied.
type integrity struct {
	// Files has each file's hash, as the attribute of that name wants it.
	Files map[string]string `json:"files"`
	// Script is the tag. crossorigin, or no hash of another origin's is checked.
	Script string `json:"script"`
	// Policy is the header's line. By its hash the script may come from
	// anywhere; 'self' is for browsers that know hashes of inline scripts only.
	Policy string `json:"policy"`
}

func writeIntegrity(t tree) error {
	files := map[string]string{}
	for _, name := range code() {
		data, err := os.ReadFile(t.dist(name))
		if err != nil {
			return err
		}
		files[name] = sri(data)
	}
	data, err := describe(files)
	if err != nil {
		return err
	}
	return write(t.dist(integrityFile), data)
}

func describe(files map[string]string) ([]byte, error) {
	endpoint, err := endpoint()
	if err != nil {
		return nil, err
	}
	hash := files[scriptFile]
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err = encoder.Encode(integrity{
		Files:  files,
		Script: fmt.Sprintf(`<script src=%q integrity=%q crossorigin="anonymous"></script>`, scriptFile, hash),
		Policy: fmt.Sprintf("script-src 'self' '%s' 'wasm-unsafe-eval'; connect-src 'self' %s", hash, endpoint),
	})
	return out.Bytes(), err
}

// sri is a hash as https://www.w3.org/TR/SRI/ writes it.
func sri(data []byte) string {
	sum := sha512.Sum384(data)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}

// endpoint asks the core where it sends what nobody configured.
func endpoint() (string, error) {
	other := payment.Details{{Name: "type", Value: "other"}}
	request, fault := tokens.NewRequest(&tokens.Config{Key: "pk_test_", Language: message.EN}, other)
	if fault != nil {
		return "", fmt.Errorf("the core refuses to say its endpoint: %s", fault.Code)
	}
	to, err := url.Parse(request.URL)
	if err != nil {
		return "", err
	}
	return to.Scheme + "://" + to.Host, nil
}
