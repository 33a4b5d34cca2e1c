import GazetteText

/// The five keys that a reader should learn first, in as many rows as they need.
struct StartKeys: Sendable {
  /// The commands in rows, each with its name.
  private(set) var rows: [[(id: Substring, name: String)]] = []
  /// The columns of each entry.
  let columns: Int

  init(_ state: State) {
    let isReviewing = state.settings.allowsReview
    let keys: [(Substring, StringKey)] = [
      ("open-worklist", .startWorklist), ("open-search", .startFind),
      ("open-filter", .startFilter),
      isReviewing ? ("mark-read", .startMark) : ("copy-citation", .startCite),
      ("open-help", .startHelp),
    ]
    let entries = keys.map { (id: $0, name: state.word($1)) }
    // A key of one or two characters, a blank, and a gap behind.
    let widest = entries.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0
    columns = widest + 6
    let room = StartView.width(of: state.size)
    let perRow = max(1, min(entries.count, room / columns))
    for first in stride(from: 0, to: entries.count, by: perRow) {
      rows.append(Array(entries[first..<min(entries.count, first + perRow)]))
    }
  }
}
