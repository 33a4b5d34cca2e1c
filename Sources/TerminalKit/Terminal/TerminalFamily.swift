/// Which terminals speak alike, for names that the terminal database does not know.
///
/// A server often has the few entries of ncurses-base, while terminals name themselves after their
/// program. Nearly all of these follow xterm closely enough to be drawn on as one.
enum TerminalFamily {
  /// The beginnings of the names of a family, and the entries to try for it, the nearest first.
  ///
  /// The first family that a name fits decides.
  private static let families: [(beginnings: [String], entries: [String])] = [
    (["tmux", "screen"], ["tmux-256color", "screen-256color", "screen", "vt100"]),
    (["linux", "fbterm", "jfbterm", "kon", "con"], ["linux", "vt100"]),
    (["rxvt", "urxvt", "eterm"], ["rxvt-256color", "rxvt", "xterm-256color", "xterm", "vt100"]),
    (["vt", "ansi", "wy", "tvi", "adm", "hp", "sun", "cons"], ["vt220", "vt100", "ansi"]),
    (
      [
        "xterm", "kitty", "ghostty", "alacritty", "foot", "wezterm", "st-", "stterm", "putty",
        "konsole", "gnome", "vte", "iterm", "mintty", "mlterm", "terminator", "terminology",
        "contour", "rio", "warp", "ms-terminal", "nsterm", "apple", "dtterm", "teraterm", "aterm",
        "kterm", "hterm", "domterm", "yaft", "zutty", "mterm",
      ], ["xterm-256color", "xterm", "vt100"]
    ),
  ]

  /// What every terminal of the last forty years understands.
  private static let anything = ["vt100", "xterm", "linux"]

  /// The entries that may stand in for a name, the nearest first.
  static func entries(for name: String) -> [String] {
    let name = name.lowercased()
    if let family = families.first(where: { $0.beginnings.contains { name.hasPrefix($0) } }) {
      return family.entries
    }
    // More colours than eight came long after everybody followed xterm.
    let isModern = name.hasSuffix("color") || name.hasSuffix("-direct")
    return isModern ? ["xterm-256color", "xterm", "vt100"] : anything
  }
}
