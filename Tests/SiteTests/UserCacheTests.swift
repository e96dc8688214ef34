// What Galley compiles of its own, as people meet it: they are told once, and can have it forgotten.

import Foundation
import Running
import Testing

struct UserCacheTests {
  /// A cache that holds what the usual one does, but for what is built in a moment.
  private func cache(in project: ScratchProject) throws -> String {
    #expect(try project.galley("check").status == 0)
    let usual = try #require(UserCache.find()).folder + "/modules"
    let own = project.folder + "/cache/galley/modules"
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: usual)
    where name.hasPrefix("recorder-") && !name.hasSuffix(".lock") {
      try FileManager.default.copyItem(atPath: usual + "/" + name, toPath: own + "/" + name)
    }
    return own
  }

  @Test func whatIsBuiltIsSaidOnceAndForgottenOnRequest() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let modules = try cache(in: project)
    let environment = ["XDG_CACHE_HOME": project.folder + "/cache"]
    func reader() throws -> String? {
      try FileManager.default.contentsOfDirectory(atPath: modules).first {
        $0.hasPrefix("parser-")
      }
    }
    let first = try project.galley("check", environment: environment)
    #expect(
      first.errors == "building the reader of Swift, once for this compiler (a few seconds)\n")
    #expect(first.status == 0)
    #expect(try project.galley("check", environment: environment).errors.isEmpty)

    // Who reads JSON reads nothing else.
    try FileManager.default.removeItem(atPath: modules + "/" + #require(try reader()))
    let json = try project.galley("check", "--format", "json", environment: environment)
    #expect(json.status == 0 && json.errors.isEmpty)

    #expect(try project.galley("clean", environment: environment).status == 0)
    #expect(try reader() != nil, "it serves other projects")
    #expect(try project.galley("clean", "--all", environment: environment).status == 0)
    #expect(project.contents(of: "cache/galley").keys.sorted() == ["cache.lock"])
  }
}
