/// Where a database in PostgreSQL is: `postgresql://[USER[:PASSWORD]@]HOST[:PORT]/DATABASE[?OPTION=VALUE…]`.
public struct PostgresAddress: Hashable, Sendable {
  /// As it was given; it may hold a password.
  package let url: String

  /// Takes a text that begins like an address of a server; nil for anything else, such as a path.
  public init?(_ text: String) {
    guard Self.schemes.contains(where: text.hasPrefix) else { return nil }
    url = text
  }

  /// Whether it is written so that nothing of a password can be taken for a host, a port or a
  /// database, which are named in messages.
  package var isReadable: Bool {
    guard let scheme = Self.schemes.first(where: url.hasPrefix) else { return false }
    // As libpq does: all before the first @ is of the user, unless a slash stands before it.
    var rest = url.dropFirst(scheme.count)
    let user = rest.prefix { $0 != "@" && $0 != "/" }
    if rest.dropFirst(user.count).first == "@" { rest = rest.dropFirst(user.count + 1) }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let path = rest.dropFirst(authority.count).prefix { $0 != "?" }
    guard !authority.contains("@"), !path.contains("@") else { return false }
    return authority.split(separator: ",").allSatisfy { host in
      let port = host.split(separator: "]").last?.split(
        separator: ":", omittingEmptySubsequences: false)
      return (port ?? []).dropFirst().allSatisfy {
        $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
    }
  }

  private static let schemes = ["postgresql://", "postgres://"]

  /// The address as it may be shown: without passwords.
  public var shown: String {
    guard let scheme = Self.schemes.first(where: url.hasPrefix) else { return url }
    var rest = url.dropFirst(scheme.count)
    // A password that was not escaped may hold any character, so all before the last @ is taken for it.
    if let at = rest.lastIndex(of: "@"), let colon = rest.firstIndex(of: ":"), colon < at {
      rest = rest[..<colon] + rest[at...]
    }
    guard let question = rest.firstIndex(of: "?") else { return scheme + rest }
    let options = rest[rest.index(after: question)...].split(separator: "&").filter { option in
      !option.lowercased().contains("password")
    }
    let path = scheme + rest[..<question]
    return options.isEmpty ? path : path + "?" + options.joined(separator: "&")
  }

  /// An argument, `ADDRESS` or `--OPTION=ADDRESS`, with `x` for each byte of its passwords; nil where
  /// it has none.
  public static func masked(_ argument: String) -> String? {
    var bytes = Array(argument.utf8)
    guard let start = schemes.lazy.compactMap({ end(of: $0, in: bytes[...]) }).first else {
      return nil
    }
    func mask(_ range: Range<Int>) {
      for index in range { bytes[index] = UInt8(ascii: "x") }
    }
    if let at = bytes[start...].lastIndex(of: UInt8(ascii: "@")),
      let colon = bytes[start..<at].firstIndex(of: UInt8(ascii: ":"))
    {
      mask(colon + 1..<at)
    }
    for option in bytes[start...].split(separator: UInt8(ascii: "&")) {
      if let value = end(of: "password=", in: option) { mask(value..<option.endIndex) }
    }
    let masked = String(decoding: bytes, as: UTF8.self)
    return masked == argument ? nil : masked
  }

  /// Where a word of ASCII ends in bytes; nil where it is not in them.
  private static func end(of word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return nil }
    let last = bytes.endIndex - word.count
    let start = (bytes.startIndex...last).first { bytes[$0...].starts(with: word) }
    return start.map { $0 + word.count }
  }

  /// Takes the passwords out of words that name the place of a store.
  public static func shown(_ path: String) -> String { PostgresAddress(path)?.shown ?? path }
}
