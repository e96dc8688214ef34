// Help on compiling and running.

extension Help {
  static let compileError = Help(
    "The compiler rejected an example; the message is the compiler's own",
    messages: [
      #"cannot convert value of type 'String' to specified type 'Int'"#,
      #"cannot find 'celsius' in scope"#,
      #"no such module 'Thermometr'"#,
      #"this brace is opened and not closed in its fence"#,
      #"names that begin with ‘__galley’ are Galley's own, …"#,
    ],
    #"""
    The compiler’s own words, at your own line; the last two are Galley’s. A name that it cannot find is not `public`, or comes
    from another program (`program=`, `fresh`, `norun`), or from a module that `imports` does not list. If it wants an
    `Interval`, the line is [exact over a range](#every-number-in-a-range) and uses what has none, or `imports` lacks
    Foundation. `data("…")` is there where the front matter names a file of data. A `var` of the page belongs to the main actor, and a note says what to write.
    """#)

  static let compileWarning = Help(
    "The compiler warned about an example; the message is the compiler's own",
    messages: [
      #"variable 'n' was never mutated; …"#
    ],
    #"""
    A warning, in the compiler’s own words. Readers will see that code; mend it.
    """#)

  static let programTrapped = Help(
    "An example stopped at a trap: a failed precondition, an overflow, an index out of range",
    messages: [
      #"the program trapped here: Index out of range"#
    ],
    #"""
    A failed precondition, an overflow, an index. Notes lead from a function of yours back to the example that called it.
    Mend the call. Where the trap is the point, say so behind `swift`: `traps "Index out of range"`.
    """#)

  static let programThrew = Help(
    "An example ended with an error that nobody caught",
    messages: [
      #"nobody caught the error that was thrown here: …"#
    ],
    #"""
    Where the error is the point, claim it behind the statement, `// → throws MyError.tooSmall` or just `// → throws`; an essay
    may well show a failure. Else catch it, or mend the call.
    """#)

  static let programTimedOut = Help(
    "An example ran longer than the time limit",
    messages: [
      #"the program used up its 10 s of processor time …"#,
      #"the program did nothing for 10 s …"#,
    ],
    #"""
    A loop that does not end, as a rule, or a wait for input. Compute less, or allow more with `timeout=` or `--timeout`.
    """#)

  static let programOverLimit = Help(
    "An example went past the limit of memory, output or processes",
    messages: [
      #"the program wanted more than 4096 MiB of memory"#,
      #"the program wrote more than 16 MiB of output"#,
      #"the program started another process; …"#,
    ],
    #"""
    The first two are mostly loops that do not end. Mend the loop; start no process. As a warning: this system cannot
    set such limits.
    """#)

  static let programExited = Help(
    "An example ended the program itself, with `exit` for instance",
    messages: [
      #"the program ended itself with exit code 4 …"#
    ],
    #"""
    The example called `exit`. Take the call out.
    """#)

  static let programTooEarly = Help(
    "A name is used above the line that gives it its value",
    messages: [
      #"‘x’ seems to be given its value further down, …"#
    ],
    #"""
    A warning. Swift allows a use above that line, and reads whatever memory holds, mostly 0. Move the use below it.
    """#)

  static let recordDamaged = Help(
    "What a program told of itself did not arrive whole",
    messages: [
      #"the record of this program is not whole, so it is not known what it computed: …"#
    ],
    #"""
    What the program told did not arrive as it was written, so none of its claims is judged. Run it again. An example that
    writes into files that it did not open does this; if yours does not, report it as a fault of Galley.
    """#)
}
