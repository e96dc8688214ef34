// The parser program: reads Swift texts from standard input, parses each with the compiler's own
// SwiftParser and writes what Galley asks of them as one JSON document. It needs no Foundation, so
// that it starts in milliseconds.

Answer.give()
