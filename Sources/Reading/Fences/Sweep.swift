// Sweep: the values for which a fence is run: `sweep T in 0.05...20 log 60`, or two parameters at once, `sweep a in
// -2...2 9, b in -2...2 9`.

/// One parameter with its values in order, or two, of which each value of the first meets each of the second.
package struct Sweep: Hashable, Sendable {
  package var axes: [Axis]

  package init(axes: [Axis]) { self.axes = axes }

  /// A parameter and the values that it takes.
  package struct Axis: Hashable, Sendable {
    /// The name of the constant that the fence's code sees.
    package var parameter: String
    /// The byte of the essay that the name begins at.
    package var nameStart: Int
    package var values: Values
    /// Values that the author wants to be met, in the order of the values.
    package var stops: [Double]
    /// What stands behind the number on the page: `K`.
    package var unit: String

    package init(
      parameter: String, nameStart: Int = 0, values: Values, stops: [Double] = [],
      unit: String = ""
    ) {
      self.parameter = parameter
      self.nameStart = nameStart
      self.values = values
      self.stops = stops
      self.unit = unit
    }

    package var count: Int {
      switch values {
      case .integers(let range): range.count
      case .numbers(let list): list.count
      }
    }

    /// A value, as a number on the page.
    package func value(_ index: Int) -> Double {
      switch values {
      case .integers(let range): Double(range.lowerBound + index)
      case .numbers(let list): list[index]
      }
    }

    /// The same as Swift writes it.
    package func text(_ index: Int) -> String {
      switch values {
      case .integers(let range): String(range.lowerBound + index)
      case .numbers(let list): list[index].description
      }
    }
  }

  package enum Values: Hashable, Sendable {
    /// Every integer from one to another, as `Int`.
    case integers(ClosedRange<Int>)
    /// As many as were asked for, as `Double`.
    case numbers([Double])
  }

  /// How many values one parameter may have: one is a figure, and a page of more would be too heavy.
  package static let counts = 2...200
  /// How many each of two may have: a reader waits for all of their pictures.
  package static let countsOfTwo = 2...21

  package var count: Int { axes.reduce(1) { $0 * $1.count } }

  /// `T`, or `a, b`.
  package var parameter: String { axes.map(\.parameter).joined(separator: ", ") }

  /// Which value of each parameter a frame has: the last changes fastest.
  package func places(_ frame: Int) -> [Int] {
    var rest = frame
    var places: [Int] = []
    for axis in axes.reversed() {
      places.insert(rest % axis.count, at: 0)
      rest /= axis.count
    }
    return places
  }

  /// The frame that has these values.
  package func frame(_ places: [Int]) -> Int {
    zip(axes, places).reduce(0) { $0 * $1.0.count + $1.1 }
  }

  /// What a message calls a frame: `T = 0.5`.
  package func name(_ frame: Int) -> String {
    zip(axes, places(frame)).map { "\($0.parameter) = \($0.text($1))" }.joined(separator: ", ")
  }
}
