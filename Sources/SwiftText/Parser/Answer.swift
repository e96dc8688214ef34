// Answer: the document with the readings of all texts.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum Answer {
  /// Rises with every change of the document that an older reader could not decode.
  static let formatVersion = 1

  static func give() {
    guard let texts = Input.texts(in: Input.all()) else {
      Output.complain("swift-text: standard input is not a count and texts with their lengths\n")
      exit(2)
    }
    let document = JSON.object([
      "format": .int(formatVersion), "texts": .array(texts.map(read)),
    ])
    Output.write(document.utf8)
    // Not `exit`: a text that was given up may still be at work.
    _exit(0)
  }

  /// SwiftParser, like the compiler, takes time that doubles with each `[` inside `[`: 20 take 5 s.
  /// Such a text is given up, so that the others are read. Essays are read at 500 kB/s and more.
  private static func read(_ text: [UInt8]) -> JSON {
    final class Result { var json = TextReader.tooDeep }
    let result = Result()
    let milliseconds = 5000 + text.count / 20
    let isDone = DeepThread.run(within: milliseconds) { result.json = TextReader.read(text) }
    return isDone ? result.json : TextReader.tooDeep
  }
}
