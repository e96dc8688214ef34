// Help on tables that programs make.

extension Help {
  static let tableMissing = Help(
    "A table's fence does not end with an expression, or its program did not come to it",
    messages: [
      #"a table's fence ends with its rows, …"#,
      #"there is no Swift here: a table's fence ends with its rows"#,
      #"there are no rows: …"#,
    ],
    #"""
    Write the rows on a last line of their own. If something stopped the program before it made them, mend that first.
    """#)

  static let tableMalformed = Help(
    "What a table's fence ends with is no rows, or they do not go with the table's head",
    messages: [
      #"these rows are a number, …"#,
      #"row 3 has 2 cells, and row 1 has 3"#,
      #"the cell in row 2, column 1 is a list, …"#,
      #"the head below has 3 columns, and the rows have 2"#,
      #"nothing says what the columns are: …"#,
    ],
    #"""
    Rows are a list, and each of them is a list, a tuple or a structure of cells: numbers, texts, and what `print` writes in one
    word. The head is the table directly below the fence, which has no rows of its own; without it the labels of tuples and
    the names of properties are the head.
    """#)
}
