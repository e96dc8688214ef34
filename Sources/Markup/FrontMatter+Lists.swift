// Lists in front matter: the files of data that examples read, and what the essay takes as given.

import Yams

extension FrontMatterReading {
  /// Paths below `content/`, where the site keeps what pages may link to.
  mutating func files(_ value: Yams.Node, in range: Range<Int>) -> [FrontMatter.DeclaredFile] {
    var files: [FrontMatter.DeclaredFile] = []
    for (name, place) in items(value, in: range, "data is a list of files: data: [data/voters.csv]")
    {
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      if name.contains(where: \.isNewline)
        || parts.contains(where: { ["", ".", ".."].contains($0) })
      {
        complain(place, "a file of data is named by its path below content/: data/voters.csv")
      } else if files.contains(where: { $0.name == name }) {
        complain(place, "data names \(name) twice")
      } else {
        files.append(FrontMatter.DeclaredFile(name: name, range: place))
      }
    }
    return files
  }

  /// Words with a number each: anything else would be given in vain.
  mutating func texts(_ value: Yams.Node, in range: Range<Int>) -> [FrontMatter.DeclaredText] {
    var texts: [FrontMatter.DeclaredText] = []
    let advice = "given is a list of words with numbers: given: [\"21 cm\"]"
    for (text, place) in items(value, in: range, advice) {
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

  /// The items of a list; none, and the advice, where there is no list.
  mutating func items(
    _ value: Yams.Node, in range: Range<Int>, _ advice: String
  ) -> [(text: String, place: Range<Int>)] {
    guard let items = value.sequence else {
      complain(place(value, in: range), advice)
      return []
    }
    return items.map { ($0.scalar?.string ?? "", place($0, in: range)) }
  }
}
