/// Folded titles, to be asked whether one of them is the same as another title.
///
/// Titles are the same where `TitleFinder.isSame` says so: one may be a tail of the other. Every
/// tail that counts is entered under a hash of its own, so that neither the number of titles nor
/// what they have in common makes asking slow. Plain arrays, not a hashed collection, whose first
/// use costs as much as reading fifty lines.
struct TitleKeys {
  /// An entry of the table: a title, or a tail of one.
  private struct Link {
    let hash: UInt64
    let key: Int
    /// The next link of the bucket, or -1.
    var next = -1
  }

  private var keys: [[Unicode.Scalar]] = []
  private var isRemoved: [Bool] = []
  private var links: [Link] = []
  /// The first and the last link of each bucket, or -1; their number is a power of two.
  private var buckets: [(first: Int, last: Int)] = []

  init() {}

  init(_ keys: [[Unicode.Scalar]]) {
    for key in keys { insert(key) }
  }

  mutating func insert(_ key: [Unicode.Scalar]) {
    for (index, hash) in Self.tails(of: key).enumerated() {
      links.append(Link(hash: index == 0 ? hash : Self.asTail(hash), key: keys.count))
      if links.count > buckets.count { grow() } else { enter(links.count - 1) }
    }
    keys.append(key)
    isRemoved.append(false)
  }

  /// Whether one of the titles is the same as `key`.
  func contains(_ key: [Unicode.Scalar]) -> Bool {
    !keys.isEmpty
      && Self.hashes(for: key).contains { hash in
        var index = buckets[bucket(hash)].first
        while index >= 0 {
          if isMatch(links[index], hash, key), !isRemoved[links[index].key] { return true }
          index = links[index].next
        }
        return false
      }
  }

  /// Removes the first title that is the same as `key` and returns its place among those entered.
  mutating func removeFirst(sameAs key: [Unicode.Scalar]) -> Int? {
    if keys.isEmpty { return nil }
    var result: Int?
    for hash in Self.hashes(for: key) {
      if let found = first(of: hash, key) { result = min(result ?? found, found) }
    }
    if let result { isRemoved[result] = true }
    return result
  }

  /// The first title of a hash; links of removed titles are taken out on the way, each once.
  private mutating func first(of hash: UInt64, _ key: [Unicode.Scalar]) -> Int? {
    let bucket = bucket(hash)
    var previous = -1
    var index = buckets[bucket].first
    while index >= 0 {
      let link = links[index]
      if isRemoved[link.key] {
        if previous < 0 {
          buckets[bucket].first = link.next
        } else {
          links[previous].next = link.next
        }
        if link.next < 0 { buckets[bucket].last = previous }
      } else {
        if isMatch(link, hash, key) { return link.key }
        previous = index
      }
      index = link.next
    }
    return nil
  }

  private func isMatch(_ link: Link, _ hash: UInt64, _ key: [Unicode.Scalar]) -> Bool {
    link.hash == hash && TitleFinder.isSame(keys[link.key], key)
  }

  // MARK: The table

  private func bucket(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (buckets.count - 1)
  }

  /// Enters a link behind the others of its bucket.
  private mutating func enter(_ link: Int) {
    let bucket = bucket(links[link].hash)
    let last = buckets[bucket].last
    if last < 0 { buckets[bucket].first = link } else { links[last].next = link }
    buckets[bucket].last = link
  }

  private mutating func grow() {
    buckets = Array(repeating: (-1, -1), count: max(64, buckets.count * 4))
    for index in links.indices {
      links[index].next = -1
      enter(index)
    }
  }

  // MARK: Hashes

  /// Under which hashes a title that is the same as `key` is entered.
  private static func hashes(for key: [Unicode.Scalar]) -> [UInt64] {
    let tails = tails(of: key)
    return tails + [asTail(tails[0])]
  }

  /// Keeps what is only a tail apart from whole titles: many have the same.
  private static func asTail(_ hash: UInt64) -> UInt64 { hash ^ 0x9E37_79B9_7F4A_7C15 }

  /// The hash of a title and those of its tails that count as the same title.
  private static func tails(of key: [Unicode.Scalar]) -> [UInt64] {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var result: [UInt64] = []
    for (index, scalar) in key.reversed().enumerated() {
      hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3
      if index + 1 < key.count, TitleFinder.isTail(index + 1, of: key.count) { result.append(hash) }
    }
    return [hash] + result
  }
}
