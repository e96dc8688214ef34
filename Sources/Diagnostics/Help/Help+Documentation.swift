// Help on documentation that was not written for Galley.

extension Help {
  static let listingUnfinished = Help(
    "A listing of documentation cannot be compiled alone",
    messages: [
      #"this listing cannot be compiled alone: cannot find 'player' in scope"#
    ],
    #"""
    It uses names that only its readers know, leaves out bodies, or is no Swift. Nothing need be wrong with it, so
    this is told only where a project has a baseline and the listing is not in it: then it could be compiled before, or is
    new. Declare the names in it or in a listing above, or run `galley check --update-baseline`.
    """#)

  static let listingStopped = Help(
    "A listing of documentation compiles, and stops before its end",
    messages: [
      #"this listing does not come to its end: nobody caught the error that was thrown here: …"#
    ],
    #"""
    It reads a file that is not there, waits for input, or fails on purpose. As with `listing.unfinished`, this is told only
    where a project has a baseline that does not know it. If it is to fail, say so in a comment, `// error: …`, beside the
    statement.
    """#)

  static let baselineStale = Help(
    "Something in the baseline is better than when it was written",
    messages: [
      #"2 lines of the baseline are better than when it was written: …"#
    ],
    #"""
    A warning. The documentation was mended, or the words were changed. `galley check --update-baseline` writes the file anew, so
    that the same fault would be told if it came back.
    """#)

  static let baselineUnreadable = Help(
    "A line of `galley.baseline` cannot be read",
    messages: [
      #"this is no line of a baseline: a kind, a hash and a file; …"#
    ],
    #"""
    Each line is a kind of message, a hash of the words that it is about, and a file. Run `galley check --update-baseline`, which
    writes the file anew.
    """#)
}
