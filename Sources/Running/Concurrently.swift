// Concurrently: the same work for each page, on as many processors as there are.

/// The results in the order of what they are made of.
package func concurrently<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], _ work: @escaping @Sendable (Input) -> Output
) async -> [Output] {
  await withTaskGroup(of: (Int, Output).self) { group in
    for (index, input) in inputs.enumerated() {
      group.addTask { (index, work(input)) }
    }
    var results = [Output?](repeating: nil, count: inputs.count)
    for await (index, output) in group { results[index] = output }
    return results.compactMap { $0 }
  }
}
