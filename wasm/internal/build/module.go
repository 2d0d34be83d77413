package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Sections of a WebAssembly module that say what crosses its border.
// https://webassembly.github.io/spec/core/binary/modules.html
const (
	importSection = 2
	exportSection = 7
)

// judge fails a module that takes anything from its host or does not offer
// exactly want. An import would let code of TinyGo's reach out of the module,
// and the loader gives it none.
func judge(module []byte, want []string) error {
	imports, err := count(module, importSection)
	if err != nil {
		return err
	}
	if imports > 0 {
		return fmt.Errorf("the module has %d imports; it may have none (wasm-dis names them)", imports)
	}
	have, err := exported(module)
	if err != nil {
		return err
	}
	want = slices.Sorted(slices.Values(want))
	if slices.Sort(have); !slices.Equal(have, want) {
		return fmt.Errorf("the module exports %v; it should %v", have, want)
	}
	return nil
}

var errModule = errors.New("not a WebAssembly module")

// section answers the body of a section, nil when there is none.
func section(module []byte, id byte) ([]byte, error) {
	if len(module) < 8 || string(module[:4]) != "\x00asm" {
		return nil, errModule
	}
	for rest := module[8:]; len(rest) > 0; {
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || size > uint64(len(rest)-1-n) {
			return nil, errModule
		}
		body := rest[1+n:][:size]
		if rest[0] == id {
			return body, nil
		}
		rest = rest[1+n+int(size):]
	}
	return nil, nil
}

func count(module []byte, id byte) (uint64, error) {
	body, err := section(module, id)
	if err != nil || body == nil {
		return 0, err
	}
	entries, n := binary.Uvarint(body)
	if n <= 0 {
		return 0, errModule
	}
	return entries, nil
}

// exported lists the names of a module's exports.
func exported(module []byte) ([]string, error) {
	body, err := section(module, exportSection)
	if err != nil || body == nil {
		return nil, err
	}
	entries, n := binary.Uvarint(body)
	body = body[max(n, 0):]
	var names []string
	for range entries {
		size, n := binary.Uvarint(body)
		if n <= 0 || size > uint64(len(body)-n-2) {
			return nil, errModule
		}
		names = append(names, string(body[n:][:size]))
		body = body[n+int(size)+1:] // the byte says which kind of thing it is
		_, n = binary.Uvarint(body) // its index
		body = body[max(n, 0):]
	}
	return names, nil
}
