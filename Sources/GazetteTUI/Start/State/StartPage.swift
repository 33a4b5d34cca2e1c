/// Where the reader is on the page that an issue begins with (起始页).
struct StartPage: Hashable, Sendable {
  /// The selected row.
  var selected = 0
  /// The row that stands at the top.
  var top = 0
}
