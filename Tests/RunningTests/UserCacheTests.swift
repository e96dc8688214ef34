// What is kept for all projects of a user: where, for which compiler, and who may work on it at once.

import Foundation
import Synchronization
import Testing

@testable import Running

struct UserCacheTests {
  #if os(macOS)
    private static let usual = "/home/a/Library/Caches/galley"
  #else
    private static let usual = "/home/a/.cache/galley"
  #endif

  @Test(arguments: [
    (["HOME": "/home/a"], usual), (["HOME": "/home/a", "XDG_CACHE_HOME": ""], usual),
    (["HOME": "/home/a", "XDG_CACHE_HOME": "tmp"], usual),
    (["HOME": "/home/a", "XDG_CACHE_HOME": "/b/c"], "/b/c/galley"),
    (["XDG_CACHE_HOME": "/b/c/"], "/b/c/galley"), (["HOME": "nowhere"], nil), ([:], nil),
    (["HOME": "/home/a:b"], nil),
  ])
  func theEnvironmentSaysWhereItIs(_ environment: [String: String], _ folder: String?) {
    #expect(UserCache.find(in: environment)?.folder == folder)
  }

  private func compiler(_ answer: String = "6.3", size: Int = 1, place: String = "") -> String {
    OwnModules.parser.name(by: CompilerIdentity(answer: answer, size: size, place: place))
  }

  /// The date and the folder of a compiler do not count, what it is does.
  @Test func anotherCompilerHasAnotherName() {
    #expect(compiler() == compiler(place: "/elsewhere"))
    #expect(Set([compiler(), compiler("6.4"), compiler(size: 2)]).count == 3)
    let names = OwnModules.allCases.map {
      $0.name(by: CompilerIdentity(answer: "", size: 0, place: ""))
    }
    #expect(Set(names).count == OwnModules.allCases.count)
  }

  /// A project whose cache is new, and what it says.
  private func shop(_ name: String, _ told: Told) throws -> Workshop {
    var shop = try Scratch.workshop(name)
    shop.cache = try Scratch.cache(name + "-cache")
    shop.announce = { told.add($0) }
    return shop
  }

  private final class Told: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    func count(_ start: String) -> Int {
      lines.withLock { $0.count { $0.hasPrefix(start) } }
    }
  }

  @Test func whatTwoNeedAtOnceIsBuiltOnceAndServesOtherProjects() async throws {
    let told = Told()
    let shop = try shop("twice", told)
    async let one = SwiftParsing.read(["1 // → 1"], in: shop)
    async let other = SwiftParsing.read(["1 // → 1"], in: shop)
    #expect(try await [one[0].comments.count, other[0].comments.count] == [1, 1])
    var neighbour = try Scratch.workshop("neighbour")
    neighbour.cache = shop.cache
    neighbour.announce = shop.announce
    _ = try await SwiftParsing.read(["1 // → 1"], in: neighbour)
    #expect(told.count("building the reader of Swift") == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: shop.cache?.modules ?? "")
    #expect(names.count == 1, "\(names)")
    #expect(!FileManager.default.fileExists(atPath: neighbour.folder + "/modules"))
  }

  /// As where the home folder is on a disk that nobody may write to.
  @Test func whereNothingCanBeKeptTheProjectKeepsIt() async throws {
    let told = Told()
    var shop = try shop("unkept", told)
    try? FileManager.default.removeItem(atPath: shop.folder + "/modules")
    let file = try #require(shop.cache?.folder)
    try Data().write(to: URL(fileURLWithPath: file))
    shop.cache = UserCache(folder: file + "/galley")
    for _ in 1...2 {
      let readings = try await SwiftParsing.read(["1 // → 1"], in: shop)
      #expect(readings[0].comments.count == 1)
    }
    #expect(told.count("nothing can be written to \(file)/galley: ") == 2)
    #expect(told.count("building the reader of Swift") == 1)
  }

  @Test func whatKilledRunsLeaveGoesAfterADay() async throws {
    let shop = try shop("killed", Told())
    let modules = try #require(shop.cache?.modules)
    let ages = [".new-old": 2.0, ".new-young": 0.5, "parser-old": 31, "parser-young": 29]
    for (name, days) in ages {
      try FileManager.default.createDirectory(
        atPath: modules + "/" + name, withIntermediateDirectories: true)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -days * 86_400)],
        ofItemAtPath: modules + "/" + name)
    }
    let built = try await ModuleBuild.modules([.parser], in: shop).folder(of: .parser)
    let names = try FileManager.default.contentsOfDirectory(atPath: modules)
    #expect(
      Set(names) == [".new-young", "parser-young", URL(fileURLWithPath: built).lastPathComponent])
  }

  @Test func cleaningWaitsAndTakesOnlyWhatIsGalleys() async throws {
    let shop = try shop("emptied", Told())
    let cache = try #require(shop.cache)
    var built: BuiltModules? = try await ModuleBuild.modules([.parser], in: shop)
    try Data().write(to: URL(fileURLWithPath: cache.folder + "/mine"))
    let (late, speaker) = AsyncStream.makeStream(of: Void.self)
    let cleaning = Task { try await cache.clean { speaker.yield() } }
    for await _ in late { break }
    let folder = try #require(try built?.folder(of: .parser))
    #expect(Seal.isWhole(folder, .disk))
    built = nil
    try await cleaning.value
    let names = try FileManager.default.contentsOfDirectory(atPath: cache.folder)
    #expect(names.sorted() == ["cache.lock", "mine"])
  }
}
