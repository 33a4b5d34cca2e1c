import GazetteModel

// Marks, and doing the last command again.

extension State {
  mutating func setMark(_ letter: Unicode.Scalar?) {
    guard let letter else { return }
    marks[letter] = placeToMark
    message = Message(.markSet, String(Character(letter)))
  }

  mutating func goToMark(_ letter: Unicode.Scalar?, _ layouts: LayoutCache) {
    guard let letter else { return }
    guard let target = marks[letter] else {
      message = Message(.noMark, String(Character(letter)))
      return
    }
    jumps.leave(placeToMark)
    restore(target, layouts)
  }

  /// Goes to where the last jump began; again, and back.
  mutating func goToLastPlace(_ layouts: LayoutCache) {
    guard let target = jumps.back.last else {
      message = Message(.noBack)
      return
    }
    jumps.leave(placeToMark)
    restore(target, layouts)
  }

  /// The place being read, with what the left pane shows where that is more than the contents.
  private var placeToMark: ReaderPlace {
    var place = place
    if tab != .contents { place.left = leftPlace }
    return place
  }

  mutating func repeatLast(count: Int?, _ layouts: LayoutCache) -> [Effect] {
    guard let lastCommand else {
      message = Message(.nothingToRepeat)
      return []
    }
    return performAndRemember(lastCommand, count: count, layouts)
  }
}

extension Action {
  /// Whether `.` does it again.
  var isRepeatable: Bool {
    switch self {
    case .move(.lines), .move(.first), .move(.last): false
    case .move, .nextMatch, .previousMatch, .toggleFold, .fold, .unfold, .toggleFilter, .widen,
      .narrow, .goBack, .goForward, .followReference:
      true
    default: false
    }
  }

  /// Whether a letter belongs to it that is still to be typed.
  var wantsLetter: Bool {
    switch self {
    case .setMark(nil), .goToMark(nil): true
    default: false
    }
  }

  /// The action with its letter.
  func with(letter: Unicode.Scalar) -> Action {
    switch self {
    case .setMark: .setMark(letter)
    case .goToMark: .goToMark(letter)
    default: self
    }
  }
}
