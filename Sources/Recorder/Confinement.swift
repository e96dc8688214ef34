// Confinement: the limits that a program sets on itself before the author's first line runs.
// They are against accidents, an endless loop or a fork in one, not against an attacker.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum Confinement {
  /// Whether every limit was accepted.
  static func apply() -> Bool {
    var isConfined = true
    isConfined = limit(addressSpace, bytes("GALLEY_MEMORY")) && isConfined
    isConfined = limit(fileSize, bytes("GALLEY_OUTPUT_SIZE")) && isConfined
    isConfined = limit(coreSize, 0) && isConfined
    Clock.start()
    return forbidProcesses() && isConfined
  }

  private static func bytes(_ name: String) -> UInt64? {
    Platform.environment(name).flatMap { UInt64($0) }
  }

  #if canImport(Darwin)
    private static let addressSpace = RLIMIT_AS
    private static let fileSize = RLIMIT_FSIZE
    private static let coreSize = RLIMIT_CORE
    private typealias Resource = Int32
  #else
    private static let addressSpace = __rlimit_resource_t(RLIMIT_AS.rawValue)
    private static let fileSize = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    private static let coreSize = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    private typealias Resource = __rlimit_resource_t
  #endif

  private static func limit(_ resource: Resource, _ value: UInt64?) -> Bool {
    guard let value else { return true }
    var limits = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    return setrlimit(resource, &limits) == 0
  }

  #if canImport(Darwin)
    /// The kernel counts a user's processes; one more than there are now is one too many.
    private static func forbidProcesses() -> Bool {
      var limits = rlimit(rlim_cur: 0, rlim_max: 0)
      return setrlimit(RLIMIT_NPROC, &limits) == 0
    }
  #else
    /// One instruction of the kernel's filter language.
    private struct Instruction {
      var code: UInt16
      var jumpIfTrue: UInt8 = 0
      var jumpIfFalse: UInt8 = 0
      var operand: UInt32
    }

    private struct Filter {
      var count: UInt16
      var instructions: UnsafeMutablePointer<Instruction>
    }

    /// Lets threads begin but no processes: RLIMIT_NPROC does not bind root, and containers are root.
    private static func forbidProcesses() -> Bool {
      guard let control = Platform.processControl else { return false }
      #if arch(x86_64)
        let (clone, clone3, forks): (UInt32, UInt32, [UInt32]) = (56, 435, [57, 58])
      #elseif arch(arm64)
        let (clone, clone3, forks): (UInt32, UInt32, [UInt32]) = (220, 435, [])
      #else
        return false
      #endif
      #if arch(x86_64) || arch(arm64)
        let (load, jumpIfEqual, jumpIfSet, finish): (UInt16, UInt16, UInt16, UInt16) =
          (0x20, 0x15, 0x45, 0x06)
        let (allow, trap): (UInt32, UInt32) = (0x7fff_0000, 0x0003_0000)
        let noSuchCall: UInt32 = 0x0005_0000 | 38
        let callNumber: UInt32 = 0
        let firstArgument: UInt32 = 16
        let threadFlag: UInt32 = 0x0001_0000
        var program = [Instruction(code: load, operand: callNumber)]
        for fork in forks {
          program.append(Instruction(code: jumpIfEqual, jumpIfFalse: 1, operand: fork))
          program.append(Instruction(code: finish, operand: trap))
        }
        // The flags of clone3 stand in memory that a filter cannot read; glibc then falls back to clone.
        program.append(Instruction(code: jumpIfEqual, jumpIfFalse: 1, operand: clone3))
        program.append(Instruction(code: finish, operand: noSuchCall))
        program.append(Instruction(code: jumpIfEqual, jumpIfTrue: 1, operand: clone))
        program.append(Instruction(code: finish, operand: allow))
        program.append(Instruction(code: load, operand: firstArgument))
        program.append(Instruction(code: jumpIfSet, jumpIfFalse: 1, operand: threadFlag))
        program.append(Instruction(code: finish, operand: allow))
        program.append(Instruction(code: finish, operand: trap))
        let (noNewPrivileges, seccomp, filterMode): (Int32, Int32, UInt) = (38, 22, 2)
        return program.withUnsafeMutableBufferPointer { buffer in
          guard let start = buffer.baseAddress else { return false }
          var filter = Filter(count: UInt16(buffer.count), instructions: start)
          return withUnsafeMutablePointer(to: &filter) { pointer in
            control(noNewPrivileges, 1, 0, 0, 0) == 0
              && control(seccomp, filterMode, UInt(bitPattern: pointer), 0, 0) == 0
          }
        }
      #endif
    }
  #endif
}
