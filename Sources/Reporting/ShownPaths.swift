// ShownPaths: how a report names files: from the folder that one stands in, so that a click in an editor or a terminal
// opens the right one, whatever folder the project is in.

package struct ShownPaths: Hashable, Sendable {
  /// The folder that the paths of spans begin in, absolute.
  package var project: String
  /// The folder that paths are shown from, absolute.
  package var directory: String

  package init(project: String, directory: String) {
    self.project = project
    self.directory = directory
  }

  /// Where both are the same folder, or there is no project.
  package static let unchanged = ShownPaths(project: "/", directory: "/")

  /// The project's own folder.
  package var shownProject: String { relative(project) }

  /// - Parameter path: relative to the project, or absolute.
  package func shown(_ path: String) -> String {
    relative(path.hasPrefix("/") ? path : project + "/" + path)
  }

  /// The folder that the paths of a patch begin in: the one that one stands in, where all files are below it, else the
  /// project's, for no patch leads upwards.
  package func commonFolder(of paths: [String]) -> (names: ShownPaths, isHere: Bool) {
    let isHere = paths.allSatisfy { !shown($0).hasPrefix("../") && !shown($0).hasPrefix("/") }
    return isHere ? (self, true) : (ShownPaths(project: project, directory: project), false)
  }

  private func relative(_ path: String) -> String {
    let (target, base) = (Self.parts(of: path), Self.parts(of: directory))
    let shared = zip(target, base).prefix { $0 == $1 }.count
    // Up to the root and down again is longer than the whole path, and no clearer.
    if shared == 0, !base.isEmpty { return "/" + target.joined(separator: "/") }
    let steps = [String](repeating: "..", count: base.count - shared) + target[shared...]
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  private static func parts(of path: String) -> [String] {
    path.split(separator: "/").filter { $0 != "." }.map(String.init)
  }
}
