// Machine: what programs run on, as far as it may change what they compute.

import Files
import Foundation

package struct Machine: Codable, Hashable, Sendable {
  /// The processor's name, and what it can do: libraries choose among their functions by that.
  package var processor: String
  /// The system with its version, and that of its C library, which has the elementary functions.
  package var system: String

  package static let this = Machine(processor: currentProcessor, system: currentSystem)

  private static var currentSystem: String {
    var name = utsname()
    uname(&name)
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    var parts = [text(name.sysname), text(name.release), text(name.machine)]
    parts.append(ProcessInfo.processInfo.operatingSystemVersionString)
    #if canImport(Glibc)
      var version = [UInt8](repeating: 0, count: 100)
      confstr(Int32(_CS_GNU_LIBC_VERSION), &version, version.count)
      parts.append(String(decoding: version.prefix { $0 != 0 }, as: UTF8.self))
    #endif
    return parts.joined(separator: ", ")
  }

  private static var currentProcessor: String {
    #if canImport(Darwin)
      var size = 0
      sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0)
      var bytes = [UInt8](repeating: 0, count: size)
      sysctlbyname("machdep.cpu.brand_string", &bytes, &size, nil, 0)
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    #else
      // One processor stands for all; its present speed is no part of what it is.
      let lines = FileSystem.disk.text("/proc/cpuinfo").split(
        separator: "\n", omittingEmptySubsequences: false)
      return lines.prefix { !$0.isEmpty }.filter {
        !$0.hasPrefix("cpu MHz") && !$0.hasPrefix("bogomips")
      }.joined(separator: "\n")
    #endif
  }
}
