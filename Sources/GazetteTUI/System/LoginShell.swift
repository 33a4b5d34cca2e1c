/// Whether this program is the login shell (登录程序) of the user whom it runs for.
///
/// A shell is told by a hyphen that somebody logs in with it, but `su reader` starts it without one, in the caller's
/// environment.
enum LoginShell {
  private static let accounts = "/etc/passwd"
  /// In bytes; accounts behind that are looked for by what `su` says in `SHELL`.
  private static let limit = 1 << 20

  static var isThisProgram: Bool {
    // What su, sudo, login, cron and sshd tell, also of accounts that are kept elsewhere.
    if let shell = Platform.variable("SHELL"), Platform.isThisProgram(shell) { return true }
    guard let bytes = try? Platform.bytes(of: accounts, limit: limit),
      let shell = shell(ofUser: Platform.user, in: bytes)
    else { return false }
    return Platform.isThisProgram(shell)
  }

  /// The login shell of a user by the lines of passwd(5), `name:password:user:group:comment:home:shell`; nil where
  /// there is no such user or none is named. The first line of a user holds, as for the system.
  static func shell(ofUser user: UInt32, in accounts: [UInt8]) -> String? {
    let number = Array(String(user).utf8)
    for line in accounts.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count == 7, fields[2].elementsEqual(number) else { continue }
      return fields[6].isEmpty ? nil : String(decoding: fields[6], as: UTF8.self)
    }
    return nil
  }
}
