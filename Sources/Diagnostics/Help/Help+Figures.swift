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
    "The picture is not the one whose fingerprint stands behind `shows=`",
    messages: [
      #"the picture is not what was recorded: …"#
    ],
    #"""
    The fence, its data, the library or the drawing itself changed it. Look at it; if it is right, write the word that the
    message names.
    """#)

  static let figureUnrecorded = Help(
    "A picture that nobody has recorded by `shows=`",
    messages: [
      #"nobody answers for this picture: …"#
    ],
    #"""
    Only with `--coverage`. A picture without `shows=` may change unseen. Look at it and write the word.
    """#)
}
