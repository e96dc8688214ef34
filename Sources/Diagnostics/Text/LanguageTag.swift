// LanguageTag: names of languages as HTML has them (BCP 47), by their form alone.

/// Whether a text has the form of a language's name in HTML: `en`, `de-CH`, `zh-Hant`.
package func isLanguageTag(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  return parts.allSatisfy { part in
    (1...8).contains(part.count)
      && part.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
      }
  }
}
