/// A basket.
///
///     var basket = ["pear"]
///     basket.append("plum")
///     // basket is now ["pear", "plum"]
///     basket.first  // Optional("plum")
///     let number: Int = "one"  // error: a text is no number
///
/// ```
/// let price: Int = basket
/// ```
struct Basket {
  let text = """
    /// No comment:
    ///
    ///     1 + 1  // 3
    """
}
