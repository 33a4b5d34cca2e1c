/// A paragraph while the tree is being built: the shares of the lines that make it up.
struct DraftParagraph {
  /// The share of one line: the index of the line among the printed lines, and where its text
  /// begins.
  struct Share {
    let line: Int
    let start: Int
  }

  var shares: [Share]
  /// How many brackets and quotation marks are open at its end, by kind.
  var balance = BracketBalance()
  /// The number of scalars so far.
  var count = 0

  init(line: Int, start: Int, scalars: [Unicode.Scalar]) {
    shares = []
    append(line: line, start: start, scalars: scalars)
  }

  /// Adds the share of another line.
  mutating func append(line: Int, start: Int, scalars: [Unicode.Scalar]) {
    shares.append(Share(line: line, start: start))
    count += scalars.count - start
    balance.read(scalars, from: start)
  }
}

/// What is open at a place in the text.
struct BracketBalance {
  var round = 0
  var quote = 0
  var title = 0

  var isOpen: Bool { round > 0 || quote > 0 || title > 0 }

  mutating func read(_ scalars: [Unicode.Scalar], from start: Int) {
    for index in start..<max(start, scalars.count) { read(scalars[index]) }
  }

  mutating func read(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "（", "(": round += 1
    case "）", ")": round -= 1
    case "“": quote += 1
    case "”": quote -= 1
    case "《": title += 1
    case "》": title -= 1
    default: break
    }
  }

  /// Whether `scalars` closes, before it opens any of the kind, something that is open here.
  func isClosed(by scalars: [Unicode.Scalar]) -> Bool {
    var running = self
    for scalar in scalars {
      running.read(scalar)
      if round > 0, running.round < round { return true }
      if quote > 0, running.quote < quote { return true }
      if title > 0, running.title < title { return true }
      if running.round > round + 3 { return false }
    }
    return false
  }
}
