/// The ways to cite what is highlighted (引用格式), to choose one from.
struct CitationChoice: Hashable, Sendable {
  /// One way with what it makes of the units.
  struct Way: Hashable, Sendable {
    let name: StringKey
    let text: String
  }

  /// What is cited: its reference, or how many units.
  var subject = ""
  var ways: [Way] = []
  /// The selected way.
  var selected = 0
}
