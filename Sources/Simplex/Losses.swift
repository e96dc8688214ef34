// The losses that classifiers are trained with, from logits, and their gradients.

import RealModule

/// −log softmax(z)_label, in nats: the loss of a classifier that gave the logits z.
///
/// - Shape: n logits, `label` from 0 to n − 1; any other label gives NaN.
/// - Units: logits and the loss in nats.
/// - Edge cases: NaN where `logSoftmax(_:scale:)` is; +∞ where the label's share is 0 in the limit (its logit −∞
///   beside others, or another one +∞) or the loss overflows; 0, never −0, where its share is 1.
/// - Accuracy: within 0.51 ulp, however sure and right or sure and wrong; see <doc:Accuracy>.
/// - Source: Bridle (1990), doi:10.1007/978-3-642-76153-9_28.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func crossEntropy<T: Real & BinaryFloatingPoint>(logits z: [T], label: Int) -> T {
  guard z.indices.contains(label) else { return .nan }
  let loss = -logSoftmax(z)[label]
  return loss == 0 ? 0 : loss
}

/// ∂/∂z of `crossEntropy(logits:label:)`: softmax(z) minus 1 at the label.
///
/// At the label it is −Σ_{j≠label} softmax(z)ⱼ, which p − 1 would round to 0 for a sure classifier.
///
/// - Shape: n logits in, n entries out; a label that is none gives NaN throughout.
/// - Units: logits in nats; the result, nats per nat, is a difference of shares of 1.
/// - Edge cases: NaN throughout where `softmax(_:scale:)` is; a single logit gives 0 or −0.
/// - Accuracy: within 0.51 ulp; see <doc:Accuracy>.
/// - Source: Bridle (1990), doi:10.1007/978-3-642-76153-9_28.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func crossEntropyGradient<T: Real & BinaryFloatingPoint>(
  logits z: [T], label: Int
) -> [T] {
  if T.significandBitCount < Double.significandBitCount {
    return crossEntropyGradient(logits: z.map { Double($0) }, label: label).map { T($0) }
  }
  guard z.indices.contains(label) else { return z.map { _ in .nan } }
  let terms = ShiftedExponentials(z, scale: Doubled(high: 1))
  var gradient = terms.shares
  gradient[label] =
    terms.shape == .regular ? -terms.scaledShareOfOthers(label).value : gradient[label] - 1
  return gradient
}

/// −y log σ(x) − (1 − y) log(1 − σ(x)), in nats, for the logit x of the first of two classes.
///
/// As (1 − y)·softplus(x) + y·softplus(−x) nothing cancels; softplus(x) − xy would.
///
/// - Parameters:
///   - x: the log-odds that the classifier gave.
///   - y: from 0 to 1; outside gives NaN. 1 and 0 for known classes, anything between for shares of a
///     group.
/// - Shape: two numbers in, one out.
/// - Units: the logit and the loss in nats; the label is a share of 1.
/// - Edge cases: an infinite logit gives 0 where it is right and +∞ where it is wrong, as both are for
///   0 < y < 1; NaN as either gives NaN.
/// - Accuracy: within 0.51 ulp; see <doc:Accuracy>.
/// - Source: Cox (1958), doi:10.1111/j.2517-6161.1958.tb00292.x, for the model whose log-likelihood this
///   is.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func binaryCrossEntropy<T: Real & BinaryFloatingPoint>(logit x: T, label y: T) -> T {
  guard y >= 0 && y <= 1 else { return .nan }
  if y == 0 { return softplus(x) }
  if y == 1 { return softplus(-x) }
  guard x.isFinite else { return x.magnitude }
  let sum = Doubled(1, minus: y) * doubledSoftplus(x) + doubledSoftplus(-x) * y
  return sum.value
}

/// ∂/∂x of `binaryCrossEntropy(logit:label:)`: σ(x) − y.
///
/// - Parameters:
///   - x: the log-odds that the classifier gave.
///   - y: from 0 to 1; outside gives NaN.
/// - Shape: two numbers in, one out.
/// - Units: the logit in nats; the result is a difference of shares of 1.
/// - Edge cases: for y = 1 it is −σ(−x), which σ(x) − 1 would round to 0 for a sure classifier. An
///   infinite logit gives −y or 1 − y; NaN as either gives NaN.
/// - Accuracy: within 0.51 ulp; see <doc:Accuracy>.
/// - Source: Cox (1958), doi:10.1111/j.2517-6161.1958.tb00292.x, for the model whose log-likelihood this
///   is.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func binaryCrossEntropyGradient<T: Real & BinaryFloatingPoint>(
  logit x: T, label y: T
) -> T {
  guard y >= 0 && y <= 1 else { return .nan }
  if y == 0 { return logistic(x) }
  if y == 1 { return -logistic(-x) }
  guard x.magnitude < 600 else { return logistic(x) - y }
  return (doubledLogistic(x) - Doubled(high: y)).value
}
