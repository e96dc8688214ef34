// Settings: the text of a new `galley.yml`, and the choice of the library that it names.

import Foundation
import Running

struct Settings: Hashable {
  var title: String
  /// What examples are linked with; none where there is no library.
  var libraries: [PackageOffer.Library] = []
  /// Libraries of the package that are left out.
  var others: [String] = []
  /// Whether there is a package at all.
  var hasPackage = false

  /// More of them are not built unasked.
  private static let most = 3

  /// - Parameters:
  ///   - folder: the name of the project's folder.
  ///   - offer: nil where there is no package.
  init(folder: String, _ offer: PackageOffer?) {
    title = Self.title(of: offer?.name ?? folder)
    hasPackage = offer != nil
    let all = offer?.libraries ?? []
    // The one that has the package's name stands for it.
    let named = all.filter { Self.plain($0.name) == Self.plain(offer?.name ?? "") }
    libraries = named.isEmpty ? (all.count <= Self.most ? all : Array(all.prefix(1))) : named
    others = all.map(\.name).filter { name in !libraries.contains { $0.name == name } }
  }

  /// `swift-softmax` and `Softmax` are the same to a reader.
  private static func plain(_ name: String) -> String {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters.hasPrefix("swift") && letters.count > 5 ? String(letters.dropFirst(5)) : letters
  }

  private static func title(of name: String) -> String {
    let words = name.split { "-_ ".contains($0) }.joined(separator: " ")
    return words.isEmpty ? "Essays" : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The modules that every program imports.
  var imports: [String] {
    let own = libraries.flatMap(\.modules)
    return own.enumerated().filter { own.firstIndex(of: $0.element) == $0.offset }.map(\.element)
      + ["Foundation"]
  }

  /// The mode that all of them can be used from.
  var languageMode: String? { libraries.map(\.languageMode).min() }

  var text: String {
    func list(_ names: [String]) -> String {
      names.count == 1
        ? YAMLText.name(names[0]) : "[" + names.map(YAMLText.name).joined(separator: ", ") + "]"
    }
    var lines = [
      "# What Galley needs to know of this site.", "title: \(YAMLText.quoted(title))", "",
    ]
    if libraries.isEmpty {
      lines += [
        hasPackage
          ? "# Examples have Swift's own libraries: the package has no library product. Once it has one:"
          : "# Examples have Swift's own libraries: there was no package here. Once there is one:",
        "#   product: MyLibrary", "#   imports: [MyLibrary, Foundation]",
        "library:", "  imports: [Foundation]",
      ]
    } else {
      lines.append(
        "# What examples call: products of the package here, and what each page imports.")
      lines += [
        "library:", "  product: \(list(libraries.map(\.name)))",
        "  imports: [\(imports.map(YAMLText.name).joined(separator: ", "))]",
      ]
      if !others.isEmpty { lines.append("  # others: \(others.joined(separator: ", "))") }
    }
    if let languageMode {
      lines += [
        "", "# The mode of the language that the library is written in.", "swift: \(languageMode)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
