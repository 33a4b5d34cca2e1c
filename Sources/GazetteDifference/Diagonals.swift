/// How far each diagonal of Myers' grid was reached: on diagonal k the words `x` of the first text and
/// `x − k` of the second are passed; −1 where none can be.
struct Diagonals {
  private var furthest: [Int]
  private let zero: Int

  /// - Parameter reach: The furthest diagonal to either side.
  init(reach: Int) {
    zero = reach
    furthest = Array(repeating: -1, count: 2 * reach + 1)
  }

  subscript(diagonal: Int) -> Int {
    get { furthest[zero + diagonal] }
    set { furthest[zero + diagonal] = newValue }
  }

  /// What was reached on the diagonals from −d to d.
  func slice(_ d: Int) -> Slice {
    Slice(furthest: furthest[(zero - d)...(zero + d)], zero: zero, d: d)
  }

  /// The diagonals that a step starts from.
  struct Slice {
    fileprivate let furthest: ArraySlice<Int>
    fileprivate let zero: Int
    fileprivate let d: Int

    private func x(_ diagonal: Int) -> Int {
      abs(diagonal) <= d ? furthest[zero + diagonal] : -1
    }

    /// Where a step comes to on a diagonal before it passes what is equal: one word of the second
    /// text further (down) or one of the first; nil where neither leads into the grid of n by m.
    func start(on diagonal: Int, _ n: Int, _ m: Int, isFirst: Bool) -> (x: Int, isDown: Bool)? {
      if isFirst { return (0, false) }
      let left = x(diagonal - 1)
      let above = x(diagonal + 1)
      let fromLeft = left >= 0 && left < n ? left + 1 : -1
      let fromAbove = above >= 0 && above - diagonal <= m ? above : -1
      if fromLeft < 0, fromAbove < 0 { return nil }
      return fromAbove >= fromLeft ? (fromAbove, true) : (fromLeft, false)
    }
  }
}
