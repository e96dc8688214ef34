// What is told beside a claim that is read: words that may change it, and signs that nobody judged.

import Claims
import Diagnostics
import Markup

extension ProseClaims {
  package static func doubt(
    _ word: String, _ number: Number, _ document: Document
  ) -> Diagnostic {
    Diagnostic(
      .claimWords, .warning, at: SourceSpan(document.path, number.range),
      "‘\(word)’ may change what is said of this number, and words are not checked: say it in other words, "
        + "or with a sign, as in < 5 or ≠ 5, or claim the number that it speaks of")
  }

  package static func told(
    _ sign: UnreadSign, _ number: Number, _ document: Document
  ) -> Diagnostic {
    Diagnostic(
      .claimSign, .warning, at: SourceSpan(document.path, sign.bytes ?? number.range),
      "‘\(sign.text)’ is shown beside this claim, and nobody checks it: claim that number too, write the relation as one "
        + "that is computed, as in 8 < 10, or put it into a sentence of its own")
  }
}
