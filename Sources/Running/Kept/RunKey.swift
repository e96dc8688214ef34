// RunKey: all that decides what becomes of a program. A kept run is used where every part is the same, and nowhere
// else.

import Files
import Foundation
import GalleyRecordFormat

package struct RunKey: Codable, Hashable, Sendable {
  /// The program as the compiler gets it: code, imports, what is watched, the places in the essay. Claims are not in it.
  package var text: String
  package var isOnlyCompiled: Bool
  /// The files that it may read, each with the digest of its contents; nothing for one that is not there.
  package var data: [String: String]
  /// What tells the built library from any others, and what programs see of it: headers are in no built byte.
  package var library: String
  /// The compiled recorder and figures, named by the contents of their sources and by the compiler.
  package var modules: [String]
  package var compiler: String
  package var symbolizer: String
  /// The compiler's: the mode of the language and the flags are among them.
  package var arguments: [String]
  package var limits: Limits
  /// In which the program runs, if it comes to its end when it rounds to nearest.
  package var roundings: [Rounding]
  package var environment: [String: String]
  /// The folder that its files of data are named from.
  package var content: String
  package var galley: String
  package var machine: Machine
  /// Which run of the same it is: a second one tells what stays.
  package var repetition: Int

  init(of program: Program, on bench: Bench, repetition: Int = 0) {
    let shop = bench.shop
    text = program.text
    isOnlyCompiled = program.isOnlyCompiled
    data = program.mayRead.reduce(into: [:]) {
      $0[$1] = shop.files.contents(shop.content + "/" + $1).map(Digest.of) ?? ""
    }
    library = bench.library.seal + " " + bench.library.flags.headers
    let folders = [bench.recorder] + (program.drawsFigures ? [bench.figures ?? ""] : [])
    modules = folders.map { URL(fileURLWithPath: $0).lastPathComponent }
    compiler = FileIdentity(of: shop.toolchain.swiftc, shop.files)?.text ?? ""
    symbolizer =
      shop.toolchain.symbolizer.flatMap { FileIdentity(of: $0, shop.files) }?.text ?? ""
    arguments = Compilation.arguments(for: program, on: bench)
    limits = shop.limits(of: program)
    roundings = shop.checksRounding ? Rounding.allCases : [.nearest]
    environment = shop.programEnvironment
    content = shop.content
    galley = Self.ownIdentity
    machine = .this
    self.repetition = repetition
  }

  /// Which Galley this is. Another build of it may run programs in another way.
  private static let ownIdentity: String = {
    let paths = ["/proc/self/exe", Bundle.main.executablePath ?? CommandLine.arguments[0]]
    return paths.lazy.compactMap { FileIdentity(of: $0, .disk) }.first?.text ?? ""
  }()
}
