// Sampling: runs a derivation for many draws and asks each line whether it follows from the one above.

import GalleyRecordFormat

struct Sampling {
  /// One run of the derivation's body.
  struct Run {
    enum Ending {
      case finished
      /// By `draw.require`.
      case discarded
      case threw(String)
    }

    var choices: [Choice]
    var values: [SampledValue?]
    var ending: Ending

    /// Where an error was thrown: before this line was reached.
    var brokenLine: Int? {
      guard case .threw = ending else { return nil }
      return (values.lastIndex { $0 != nil } ?? -1) + 1
    }
  }

  let part: Int
  let seed: String
  let rules: [LineRule]
  let body: (Draw, __GalleyLines) throws -> Void
  /// How often the body was run; shrinking stops at a limit of its own.
  private(set) var runCount = 0

  init(
    part: Int, seed: String, rules: [LineRule],
    body: @escaping (Draw, __GalleyLines) throws -> Void
  ) {
    self.part = part
    self.seed = seed
    self.rules = rules
    self.body = body
  }

  /// What each line was seen to do in all draws.
  mutating func tallies(over draws: ClosedRange<Int>) -> [LineTally] {
    var tallies = rules.map { LineTally($0) }
    RunningDraw.part = part
    for number in draws {
      RunningDraw.number = number
      let base = run(draw: number)
      for line in rules.indices where rules[line].relation != .start {
        let (outcome, details) = judge(line, base, draw: number)
        tallies[line].choices += base.choices.count
        if let sample = details.rate { tallies[line].rates.append(sample) }
        if tallies[line].sequences.isEmpty { tallies[line].sequences = details.sequences }
        if tallies[line].add(outcome) {
          tallies[line].first = failingCase(line, base, outcome, draw: number)
        }
      }
    }
    RunningDraw.isRunning = false
    return tallies
  }

  mutating func runAll(_ draws: ClosedRange<Int>) {
    var tallies = tallies(over: draws)
    send(tallies) { _ in true }
    // Shrinking tries inputs that nobody drew, and they may stop the program: what is known was sent.
    for line in tallies.indices {
      guard let first = tallies[line].first else { continue }
      RunningDraw.number = first.draw
      tallies[line].smallest = smallest(of: first, line)
    }
    RunningDraw.isRunning = false
    send(tallies) { $0.smallest != nil }
  }

  private func send(_ tallies: [LineTally], where isChosen: (LineTally) -> Bool) {
    for (line, tally) in tallies.enumerated()
    where rules[line].relation != .start && isChosen(tally) {
      Recording.send(.sampled(tally.seen(part: part, step: line)))
    }
  }

  // MARK: - Running

  /// Runs the body with the inputs of a draw, some of them replaced.
  ///
  /// - Parameter variant: tells apart the inputs that are drawn anew within one draw; 0 for its own.
  mutating func run(draw number: Int, variant: Int = 0, keeping kept: [Choice.Value?] = []) -> Run {
    runCount += 1
    let draw = Draw(
      seed: DrawGenerator.seed(seed, number, variant), keeping: kept, isRunning: true)
    let lines = __GalleyLines(count: rules.count)
    RunningDraw.isRunning = true
    var ending = Run.Ending.finished
    do { try body(draw, lines) } catch is DiscardedDraw { ending = .discarded } catch {
      ending = .threw("\(error)")
    }
    return Run(choices: draw.choices, values: lines.values, ending: ending)
  }

  func failingCase(
    _ line: Int, _ run: Run, _ outcome: LineOutcome, draw: Int
  ) -> LineTally.Case? {
    guard case .failed(let cause) = outcome else { return nil }
    return LineTally.Case(
      draw: draw, choices: run.choices, above: run.values[line - 1], here: run.values[line],
      cause: cause)
  }

  // MARK: - Judging

  /// What a rule found out beside its outcome.
  struct Details {
    var rate: Double?
    var sequences: [Choice] = []
  }

  mutating func judge(_ line: Int, _ run: Run, draw: Int) -> (LineOutcome, Details) {
    var details = Details()
    // An error is told at the first line with a relation that it kept from being reached.
    if let broken = run.brokenLine, case .threw(let error) = run.ending, line >= broken {
      let isFirst = !(broken..<line).contains { rules[$0].relation != .start }
      return (isFirst ? .failed(.threw(error)) : .unreached, details)
    }
    if case .discarded = run.ending { return (.undefined, details) }
    guard let above = run.values[line - 1], let here = run.values[line] else {
      return (.unreached, details)
    }
    let rule = rules[line]
    switch rule.relation {
    case .start: return (.held(measure: 0, Evidence()), details)
    case .equal, .atMost, .atLeast, .less, .greater:
      return (Comparison.of(above, here, rule.relation, rule.allowance), details)
    case .constant: return (judgeConstant(line, run, draw: draw), details)
    case .proportional: return (judgeProportional(line, run, draw: draw), details)
    case .minimiser: return (judgeExtremum(line, run, draw: draw, sign: 1), details)
    case .maximiser: return (judgeExtremum(line, run, draw: draw, sign: -1), details)
    case .tends: return (judgeLimit(line, run, draw: draw, &details), details)
    }
  }
}
