// SocialCards: the pictures that stand for pages where somebody shares them, made by `rsvg-convert` and kept by what is on them. They need
// whole addresses, so a site without one has none.

import Files
import Foundation
import Rendering
import Subprocess
import Verification

struct SocialCards: Sendable {
  private let tool: String
  private let keep: Keep
  private let files: FileSystem
  private let folder: String

  /// To be raised when something else is drawn on the same card.
  private static let version = 1

  /// Nil where the tool is not installed.
  init?(in folder: String, path: String?, _ files: FileSystem) {
    let tools = (path ?? "").split(separator: ":").map { String($0) + "/rsvg-convert" }
    guard let tool = tools.first(where: { files.statusOfTarget($0)?.kind == .regular }) else {
      return nil
    }
    self.tool = tool
    self.files = files
    self.folder = folder + "/cards"
    let digest = files.contents(tool).map(Digest.of) ?? ""
    keep = Keep(in: self.folder, context: Data("\(Self.version)\n\(digest)".utf8), files: files)
  }

  /// The cards as PNG; nil for one that the tool did not make.
  func pictures(_ cards: [SocialCard], jobs: Int) async -> [Data?] {
    var made = [Data?](repeating: nil, count: cards.count)
    await withTaskGroup(of: (Int, Data?).self) { group in
      for (index, card) in cards.enumerated() {
        if index >= max(1, jobs), let done = await group.next() { made[done.0] = done.1 }
        group.addTask { (index, await picture(card)) }
      }
      for await done in group { made[done.0] = done.1 }
    }
    keep.tidy()
    return made
  }

  private func picture(_ card: SocialCard) async -> Data? {
    let svg = Data(card.svg.utf8)
    if let kept = keep.value(for: svg) { return kept }
    let stem = folder + "/making-\(getpid())-" + Digest.of(svg).prefix(16)
    let (source, target) = (stem + ".svg", stem + ".png")
    defer { for path in [source, target] { try? files.remove(path) } }
    guard (try? files.write(svg, source)) != nil else { return nil }
    let run = try? await Subprocess.run(
      .path(.init(tool)), arguments: ["--output", target, source], input: .none,
      output: .discarded, error: .discarded)
    guard run?.terminationStatus.isSuccess == true, let picture = files.contents(target) else {
      return nil
    }
    keep.keep(picture, for: svg)
    return picture
  }
}

extension Session {
  /// Gives each page its card, and returns the cards.
  func addCards(
    to pages: inout [PageContent], _ essays: [VerifiedEssay], _ map: SiteMap
  ) async -> [SiteFile] {
    guard map.address != nil, let folder = typesetter.keepFolder else { return [] }
    let path = typesetter.installation.environment["PATH"]
    guard let cards = SocialCards(in: folder, path: path, files) else {
      shop.announce(
        "pages have no pictures for those who share them: rsvg-convert is not installed "
          + "(librsvg2-bin on Debian and Ubuntu)")
      return []
    }
    let orders = zip(pages, essays).map { page, essay in
      SocialCard(
        title: page.title, siteTitle: map.title, badge: map.badge(of: page),
        picture: essay.figures.lazy.compactMap { figure in
          figure.frames.isEmpty ? nil : figure.frames[figure.frames.count / 2].svg
        }.first)
    }
    var made: [SiteFile] = []
    for (index, picture) in await cards.pictures(orders, jobs: typesetter.jobs).enumerated() {
      guard let picture else { continue }
      let stem = String(pages[index].path.dropLast(".html".count)).replacing("/", with: "-")
      let path = "assets/cards/\(stem)-\(Digest.of(picture).prefix(8)).png"
      pages[index].card = path
      made.append(SiteFile(path: path, contents: picture))
    }
    return made
  }
}
