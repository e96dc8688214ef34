// Lists in front matter: the files of data that examples read, and what the essay takes as given.

import Yams

extension FrontMatterReading {
  /// Paths below `content/`, where the site keeps what pages may link to.
  mutating func files(
    _ value: Yams.Node, in range: Range<Int>
  ) -> [FrontMatter.DeclaredFile] {
    guard let items = value.sequence else {
      complain(place(value, in: range), "data is a list of files: data: [data/voters.csv]")
      return []
    }
    var files: [FrontMatter.DeclaredFile] = []
    for item in items {
      let place = place(item, in: range)
      let name = item.scalar?.string ?? ""
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      if name.contains(where: \.isNewline)
        || parts.contains(where: { ["", ".", ".."].contains($0) })
      {
        complain(
          place, "a file of data is named by its path below content/: data/voters.csv")
      } else if files.contains(where: { $0.name == name }) {
        complain(place, "data names \(name) twice")
      } else {
        files.append(FrontMatter.DeclaredFile(name: name, range: place))
      }
    }
    return files
  }

  /// Words with a number each: anything else would be given in vain.
  mutating func texts(
    _ value: Yams.Node, in range: Range<Int>
  ) -> [FrontMatter.DeclaredText] {
    guard let items = value.sequence else {
      complain(place(value, in: range), "given is a list of words with numbers: given: [\"21 cm\"]")
      return []
    }
    var texts: [FrontMatter.DeclaredText] = []
    for item in items {
      let text = item.scalar?.string ?? ""
      let place = place(item, in: range)
      if !text.utf8.contains(where: { (48...57).contains($0) }) {
        complain(place, "what is given has a number in it, as in \"21 cm\"")
      } else if texts.contains(where: { $0.text == text }) {
        complain(place, "given names \(text) twice")
      } else {
        texts.append(FrontMatter.DeclaredText(text: text, range: place))
      }
    }
    return texts
  }
}
