// Help on the command line.

extension Help {
  static let misuse = Help(
    "The command line asks for what there is not",
    messages: [
      #"Unknown option '--nonsense'"#,
      #"there is no command ‘chek’: did you mean ‘check’?"#,
      #"there is no galley.yml in …"#,
      #"there is no essay ‘content/two.md’: …"#,
      #"‘Sources/x.swift’ is no essay: …"#,
      #"the site cannot go to …"#,
    ],
    #"""
    You asked for what there is not, or for a site where other files are. Look at [the
    commands](#commands-and-exit-codes). The exit code is `64`. Where only some of the essays that `check` is given are
    none, the others are checked. In text a message of the whole command line stands without its identifier.
    """#)

  static let fault = Help(
    "Galley itself failed in a way that nobody foresaw",
    messages: [
      #"Galley itself failed, and nothing that you wrote is to blame; …"#
    ],
    #"""
    Something that nobody foresaw. Please report it, with the whole message. The exit code is `70`.
    """#)
}
