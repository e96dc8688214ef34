// Help on figures.

extension Help {
  static let figureMissing = Help(
    "A figure's fence does not end with an expression, or nothing was drawn where one stands",
    messages: [
      #"a figure's fence ends with the picture, …"#,
      #"there is no Swift here: a figure's fence ends with the picture"#,
      #"nothing was drawn here: …"#,
    ],
    #"""
    Write the picture on a last line of its own. If something stopped the program before it drew, mend that first.
    """#)

  static let figureCaption = Help(
    "No paragraph that begins with `Figure:` stands directly below a figure",
    messages: [
      #"this figure has no caption: …"#
    ],
    #"""
    Begin the paragraph directly below the fence with `Figure:`, and say there what one sees.
    """#)

  static let figureUndescribed = Help(
    "A figure has no title or no description",
    messages: [
      #"this figure has no description"#,
      #"this figure has no title"#,
    ],
    #"""
    Say in `describing:` what one would see, for those who cannot.
    """#)

  static let figureMalformed = Help(
    "A figure's picture or its table is not what a page can show",
    messages: [
      #"the pictures of this sweep differ in size, …"#,
      #"the picture is not one <svg> element: …"#,
      #"the <svg> element has no viewBox, …"#,
      #"the data are not one <table> element: …"#,
    ],
    #"""
    Give every frame of a sweep the same axes and `aspect:`. Make SVG and a table of your own one well-formed element each.
    """#)

  static let figureHeavy = Help(
    "A sweep is heavier than a page should be",
    messages: [
      #"this sweep weighs 172 kB compressed, …"#
    ],
    #"""
    A warning: readers would wait. Draw fewer values, or fewer points.
    """#)

  static let figureChanged = Help(
    "The picture is not the one that `content/figures.lock` records",
    messages: [
      #"the picture is not what was recorded, 9f86d081, but 1a27c895: …"#
    ],
    #"""
    The fence, its data, the library or the drawing itself changed it. Look at it; if it is right, run `galley check
    --update-figures`.
    """#)

  static let figureUnrecorded = Help(
    "A picture that nobody has recorded in `content/figures.lock`",
    messages: [
      #"nobody answers for this picture: …"#
    ],
    #"""
    It might change unseen. Look at it and run `galley check --update-figures`. In a project without `content/figures.lock`
    only `--coverage` asks for it.
    """#)

  static let figureStale = Help(
    "A line of `content/figures.lock` is about a figure that is not there",
    messages: [
      #"no figure of content/kl.md is called fig:heat: …"#,
      #"there is no essay content/kl.md: …"#,
    ],
    #"""
    The figure or the essay was renamed or taken out. Run `galley check --update-figures`, or take the line out.
    """#)

  static let figureLock = Help(
    "A line of `content/figures.lock` cannot be read",
    messages: [
      #"this is no line about a figure: …"#,
      #"this figure is recorded on a line above, too: …"#,
    ],
    #"""
    Each line is an essay, a figure and a fingerprint: `kl fig:heat 9f86d081`. Where two versions of the file were merged by
    hand, run `galley check --update-figures`, which writes it anew, and look at the pictures whose lines change.
    """#)
}
