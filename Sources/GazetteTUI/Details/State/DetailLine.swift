import TerminalKit

/// What Enter opens from a row of the details.
enum DetailLink: Hashable, Sendable {
  /// The dossier of a body, by its place in the index, with the responsibility that names it here.
  case body(Int, responsibility: Int?)
}

/// A row of the details pane.
struct DetailLine: Hashable, Sendable {
  struct Piece: Hashable, Sendable {
    var column: Int
    var text: String
    var role: StyleRole
  }

  var pieces: [Piece] = []
  var link: DetailLink?
}
