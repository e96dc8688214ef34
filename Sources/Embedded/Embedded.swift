// Embedded: the texts that Galley brings along, so that its binary needs no checkout: the sources of what it compiles
// where it runs, and the templates of pages. The plugin Embedding writes them into a file beside this one.

package enum Embedded {
  /// The files of a folder of Galley's repository, by their paths below it, in a fixed order.
  package static func files(in folder: String) -> [(path: String, text: String)] {
    texts.filter { $0.path.hasPrefix(folder + "/") }
      .map { (String($0.path.dropFirst(folder.count + 1)), $0.text) }
  }
}
