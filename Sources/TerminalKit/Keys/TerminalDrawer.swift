/// Who draws a terminal, as its secondary device attributes (DA2) say.
enum TerminalDrawer: Hashable, Sendable {
  /// GNU screen, 83 for S.
  case screen
  /// tmux since 2.0, 84 for T.
  case tmux
  /// A terminal, or a tmux that does not name itself.
  case other

  /// - Parameter number: What stands behind `CSI >`, up to its first semicolon or on.
  init(number: some Sequence<UInt8>) {
    switch String(decoding: number.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self) {
    case "83": self = .screen
    case "84": self = .tmux
    default: self = .other
    }
  }
}
