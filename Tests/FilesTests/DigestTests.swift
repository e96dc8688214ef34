// Digests against the examples of FIPS 180-4, and against themselves however the bytes arrive.

import CDigest
import Files
import Foundation
import Testing

struct DigestTests {
  /// The digest of bytes that arrive in pieces of some size.
  private func digest(
    _ text: String, by size: Int = 1000, withInstructions isBuiltIn: Bool = true
  ) -> String {
    var state = galley_digest()
    galley_digest_begin(&state)
    if !isBuiltIn { state.uses_instructions = 0 }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(size))
      galley_digest_add(&state, piece, piece.count)
      rest = rest.dropFirst(size)
    }
    var bytes = [UInt8](repeating: 0, count: 32)
    galley_digest_end(&state, &bytes)
    return bytes.map { String(format: "%02x", Int($0)) }.joined()
  }

  @Test func theStandardsExamplesComeOut() {
    #expect(
      digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      digest(String(repeating: "a", count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func piecesMakeNoDifference() {
    for length in 50...140 {
      let text = String(repeating: "x", count: length)
      let sizes = [1, 3, 63, 64, 65, length]
      #expect(Set(sizes.map { digest(text, by: $0) }).count == 1)
    }
  }

  @Test func theProcessorsInstructionsComeToTheSame() {
    for length in 0...300 {
      let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(32 + $0 % 90))) })
      #expect(digest(text) == digest(text, withInstructions: false))
    }
  }

  @Test func partsEndWhereTheyEnd() {
    func of(_ parts: String...) -> String {
      var digest = Digest()
      for part in parts { digest.add(part) }
      return digest.text
    }
    #expect(Set([of("ab", "c"), of("a", "bc"), of("abc"), of("abc", "")]).count == 4)
    #expect(of("ab", "c") == of("ab", "c") && of().count == 64)
  }
}
