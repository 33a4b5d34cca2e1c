import CNcurses
import Glibc

/// The locale by which ncurses and the C library read and write characters.
enum TerminalLocale {
  /// Takes the user's locale, with UTF-8 as its encoding whatever it says.
  ///
  /// With another encoding ncurses draws blanks for Chinese and reports success. That happens with
  /// LANG=C, and when SSH passes on a locale that this machine has not generated.
  static func setUp() {
    // Only the category that ncurses reads: the twelve files of LC_ALL cost a millisecond.
    let isKnown = setlocale(LC_CTYPE, "") != nil
    guard !isKnown || !isUTF8 else { return }
    if setlocale(LC_CTYPE, "C.UTF-8") == nil { setlocale(LC_CTYPE, "en_US.UTF-8") }
  }

  /// Whether the encoding of the current locale is UTF-8.
  static var isUTF8: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return strcmp(name, "UTF-8") == 0
  }
}
