// BuiltLibrary: what the library tells those who compile programs with it.

extension BuiltLibrary {
  /// Adds to a message of a missing module which product has it.
  func explained(_ messages: [CompilerMessage]) -> [CompilerMessage] {
    messages.map { message in
      let words = message.text.split(separator: "'")
      guard message.text.hasPrefix("no such module '"), words.count > 1,
        let product = flags.elsewhere[String(words[1])]
      else { return message }
      var explained = message
      explained.notes.append(
        CompilerMessage.Note(
          text: "it is in the product ‘\(product)’ of the same package, which galley.yml does not "
            + "name: ‘product:’ takes a list", place: nil))
      return explained
    }
  }
}
