// Help on the project.

extension Help {
  static let configuration = Help(
    "`galley.yml` is missing, is no YAML, or says something that Galley does not understand",
    messages: [
      #"‘titel’ is no setting of Galley: did you mean ‘title’? …"#,
      #"‘essays’ lists ‘one’, but …"#,
      #"galley.yml is no YAML: …"#,
    ],
    #"""
    Mend `galley.yml`; these are [the settings](#galleyyml).
    """#)

  static let fileUnreadable = Help(
    "An essay, a template or another file of the project cannot be read",
    messages: [
      #"this file cannot be read, or is not plain UTF-8 text: …"#,
      #"the template cannot be read"#,
      #"content/index.md is missing: …"#,
    ],
    #"""
    Save the file anew, write the home page, or copy the template from Galley again. Also told of what would be passed over: an essay
    whose name does not end with `.md`, a link that leads to a folder or to nothing.
    """#)

  static let fileCollision = Help(
    "A file under `content/` would take the place of a file that Galley writes",
    messages: [
      #"this file would take the place of a page …"#,
      #"many file systems take this name and ‘One.md’ for one: …"#,
      #"a folder has the name of this file: …"#,
    ],
    #"""
    `content/one.html` beside `content/one.md`, for instance. Rename it.
    """#)

  static let fileChanged = Help(
    "A file was changed while `galley fix` judged it",
    messages: [
      #"this file is no longer the one that was judged, and is left as it is: …"#
    ],
    #"""
    Corrections belong to the bytes that were judged. Somebody wrote the file since, an editor for instance: save what is open,
    and run `galley fix` again.
    """#)

  static let templateUnparsable = Help(
    "A template cannot be parsed",
    messages: [
      #"the template cannot be parsed: a section is not closed"#
    ],
    #"""
    The template is no Mustache. Mend it, or copy Galley’s own again.
    """#)

  static let templateUnknownName = Help(
    "A template names what no page has",
    messages: [
      #"‘titel’ is no name that is known at this place; the nearest is ‘title’"#
    ],
    #"""
    A template names what a page has, and within a section what that section’s thing has: `{{link}}` is known within
    `{{#essays}}` and `{{/essays}}`. Mustache would show nothing there.
    """#)

  static let languageUnknown = Help(
    "Nobody wrote down what pages say themselves in this language",
    messages: [
      #"Galley has no words in ‘it’, so what pages say themselves stays English"#
    ],
    #"""
    A warning. The page is said to be in that language, and words such as “Computed” and “On this page” are English. Correct the
    tag, or write `templates/languages/it.yml` after Galley’s `en.yml`; then numbers in sentences are read as that file says, too.
    """#)

  static let languageUnreadable = Help(
    "A language’s file is not whole",
    messages: [
      #"words are missing: skip, essays"#,
      #"this does not have the same {1}, {2} as the English: …"#,
    ],
    #"""
    A file in `templates/languages/` has all keys that `en.yml` has, and no others, and what Galley puts in, `{1}`, stands in each
    word and sentence where the English has it. Half a page in another language helps nobody, so this is an error.
    """#)

  static let libraryUnbuildable = Help(
    "The library could not be built",
    messages: [
      #"there is no product ‘Nowhere’, which galley.yml names; …"#,
      #"the product ‘tool’ is no library but a program, …"#,
      #"there is no Package.swift in …"#,
      #"‘Figures’ is a name that Galley's own modules for programs have: …"#,
      #"the library ‘Thermometer’ cannot be built: …"#,
      #"cannot find 'fahrenheit' in scope"#,
    ],
    #"""
    Name a library product of your package in `galley.yml`, or give it a name that is free. Words of the compiler stand at
    the line of your library that they are about, the first five of them; other words are SwiftPM’s. Until it builds, no
    claim is judged.
    """#)

  static let toolMissing = Help(
    "A program that Galley needs is not installed",
    messages: [
      #"no Swift compiler: …"#,
      #"KaTeX … is missing: …"#,
      #"this Swift toolchain has no SwiftParser.swiftmodule …"#,
      #"the disk is too full for making and running programs: …"#,
      #"what was found cannot be written to standard output: …"#,
    ],
    #"""
    Something is not installed, or there is no room. Run `scripts/setup`, or do what the message says. The exit code is
    `69`.
    """#)
}
