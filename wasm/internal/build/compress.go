package main

import (
	"bytes"
	"compress/flate"
	"compress/gzip"

	"github.com/andybalholm/brotli"
)

// A write into a buffer cannot fail, hence the errors left alone here. None of
// these writes a time or a name: the same bytes in give the same bytes out.

func gzipped(data []byte) []byte {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	w.Write(data)
	w.Close()
	return out.Bytes()
}

func brotlied(data []byte) []byte {
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotli.BestCompression)
	w.Write(data)
	w.Close()
	return out.Bytes()
}

// deflated is what js/src/inflate.js reads.
func deflated(data []byte) []byte {
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, flate.BestCompression)
	w.Write(data)
	w.Close()
	return out.Bytes()
}
