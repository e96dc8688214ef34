// Event: all that a running program tells. Written in programs and read in Galley by the code beside this file,
// and nowhere else.

/// One thing that happened in a program.
public enum Event: Hashable, Sendable {
  /// The author's first line is about to run.
  case started(isConfined: Bool, rounding: Rounding)
  /// A watched statement had a value; `watch` is the statement's number in its program.
  case value(watch: Int, RecordedValue)
  /// A watched statement had more values than are recorded.
  case overfull(watch: Int)
  /// A statement whose output is claimed is about to run, or came to its end: how much the program had written by then.
  case mark(watch: Int, Mark)
  /// A picture was drawn.
  case picture(part: Int, frame: Int, Picture)
  /// What became of one line of a derivation in all its draws.
  case sampled(SampledLine)
  /// What became of a line that is to be decided for a whole range.
  case enclosed(EnclosedLine)
  /// The inputs of a draw in the middle of which the program stopped.
  case stoppedDraw(part: Int, draw: Int, [DrawnInput])
  /// A file of data was read.
  case read(file: String)
  /// Data was asked for and not given.
  case dataProblem(DataProblem)
  /// `exit` was called before the last line; the calls that led there.
  case exiting(calls: [Int])
  /// A signal stopped the program.
  case stopped(Stop)
  /// The last line was run; how many events came before this one.
  case ended(count: Int)
}

/// The four directions in which a processor rounds.
public enum Rounding: UInt8, Hashable, Sendable, CaseIterable {
  case nearest, up, down, zero
}

/// Where a program's output stands at a moment.
public struct Mark: Hashable, Sendable {
  public var moment: Moment
  /// The run of the statement that it belongs to, by a number of its own.
  public var run: Int
  /// The task or thread that it runs in.
  public var context: UInt64
  /// Bytes on standard output; nil where that is no file of its own any more.
  public var output: Int?
  /// Bytes on standard error.
  public var errors: Int?

  /// What is about to happen.
  public enum Moment: UInt8, Hashable, Sendable {
    /// A statement begins.
    case begin
    /// The next statement of a group begins.
    case next
    /// The last statement of a group came to its end.
    case end
  }

  public init(_ moment: Moment, run: Int, context: UInt64, output: Int?, errors: Int?) {
    self.moment = moment
    self.run = run
    self.context = context
    self.output = output
    self.errors = errors
  }
}

/// A picture as the program handed it over.
public struct Picture: Hashable, Sendable {
  public var title: String
  public var summary: String
  public var svg: String
  public var table: String

  public init(title: String, summary: String, svg: String, table: String) {
    self.title = title
    self.summary = summary
    self.svg = svg
    self.table = table
  }
}

/// A place in the program's text, as the compiler counts it.
public struct Site: Hashable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Why an example did not get the data that it asked for.
public struct DataProblem: Hashable, Sendable {
  public var file: String
  public var site: Site
  public var reason: Reason

  public enum Reason: Error, Hashable, Sendable {
    /// The essay does not declare the file; what it declares.
    case undeclared(known: [String])
    case missing
    case notText
    case empty
    /// A name of a column is empty or stands twice.
    case unnamedColumn(number: Int)
    case doubledColumn(String)
    case rowLength(line: Int, fields: Int, columns: Int)
    case lineEnding(line: Int)
    case textBehindQuote(line: Int)
    case quoteInside(line: Int)
    case openQuote(line: Int)
    /// There is no such column; the ones that there are.
    case noColumn(String, known: [String])
    /// A field is no number where one is asked for, or no whole number from 0.
    case noNumber(field: String, column: String, line: Int)
    case noLabel(field: String, column: String, line: Int)
  }

  public init(file: String, site: Site, reason: Reason) {
    self.file = file
    self.site = site
    self.reason = reason
  }
}

/// A program that a signal stopped: return addresses as offsets into its image, innermost first.
public struct Stop: Hashable, Sendable {
  /// The very instruction, where the system tells; the others are return addresses.
  public var instruction: Int
  public var calls: [Int]
  /// The calls that led to the last error that was thrown.
  public var thrown: [Int]

  public init(instruction: Int, calls: [Int], thrown: [Int]) {
    self.instruction = instruction
    self.calls = calls
    self.thrown = thrown
  }
}
