/// How far each diagonal of Myers' grid was reached: on diagonal k the words `x` of the first text and
/// `x − k` of the second are passed; −1 where none can be.
struct Diagonals {
  private var furthest: [Int]
  /// The furthest diagonal to either side.
  private let reach: Int

  init(reach: Int) {
    self.init(Array(repeating: -1, count: 2 * reach + 1), reach)
  }

  private init(_ furthest: [Int], _ reach: Int) {
    (self.furthest, self.reach) = (furthest, reach)
  }

  subscript(diagonal: Int) -> Int {
    get { abs(diagonal) <= reach ? furthest[reach + diagonal] : -1 }
    set { furthest[reach + diagonal] = newValue }
  }

  /// The diagonals from −d to d as they are now, in memory of their own: sharing it would have all be copied by the next
  /// one that is set.
  func copy(upTo d: Int) -> Diagonals {
    Diagonals(Array(furthest[(reach - d)...(reach + d)]), d)
  }

  /// Where a step comes to on a diagonal before it passes what is equal: one word of the second
  /// text further (down) or one of the first; nil where neither leads into the grid of n by m.
  func start(on diagonal: Int, _ n: Int, _ m: Int, isFirst: Bool) -> (x: Int, isDown: Bool)? {
    if isFirst { return (0, false) }
    let left = self[diagonal - 1]
    let above = self[diagonal + 1]
    let fromLeft = left >= 0 && left < n ? left + 1 : -1
    let fromAbove = above >= 0 && above - diagonal <= m ? above : -1
    if fromLeft < 0, fromAbove < 0 { return nil }
    return fromAbove >= fromLeft ? (fromAbove, true) : (fromLeft, false)
  }
}
