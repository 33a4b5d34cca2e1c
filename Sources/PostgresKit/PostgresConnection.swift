/// A connection to a server.
package final class PostgresConnection {
  private let program: PostgresProgram

  /// Connects; nothing is made or changed.
  package init(_ address: PostgresAddress) throws(PostgresError) {
    guard address.isReadable else { throw PostgresError(state: "GZ001", isLost: true, words: "") }
    program = try PostgresProgram.start()
    let encoding = try program.answer(to: PostgresFrame.connecting(to: address.url))
    let name = encoding.rows.first?.text(0) ?? ""
    guard name == "UTF8" else {
      throw PostgresError(state: "GZ003", isLost: true, words: name)
    }
    // A server may be set up to acknowledge what is not on the disk yet. A client that was stopped, or whose host
    // is away, must not keep the others waiting for ever.
    try run(
      """
      SET search_path = pg_catalog;
      SET standard_conforming_strings = on;
      SET lock_timeout = '30s';
      SET idle_in_transaction_session_timeout = '30s';
      SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') = 'off'
      """)
  }

  /// Runs statements without parameters.
  package func run(_ statements: String) throws(PostgresError) {
    _ = try program.answer(to: PostgresFrame.asking(statements, []))
  }

  /// Runs statements without parameters and gives the rows of the last one.
  package func rows(_ statements: String) throws(PostgresError) -> [[String?]] {
    try program.answer(to: PostgresFrame.asking(statements, [])).rows
  }

  /// Runs one statement, whose `$1`… are the parameters, and gives its rows.
  package func rows(_ sql: String, _ parameters: [String?]) throws(PostgresError) -> [[String?]] {
    try program.answer(to: PostgresFrame.asking(sql, parameters)).rows
  }

  /// Runs one statement, whose `$1`… are the values, and gives its rows as the server keeps them.
  package func table(
    _ sql: String, _ values: [PostgresValue] = []
  ) throws(PostgresError) -> PostgresTable {
    try program.table(answering: PostgresFrame.asking(sql, binary: values))
  }

  /// Ends a transaction so that it holds.
  package func commit() throws(PostgresError) {
    let answer = try program.answer(to: PostgresFrame.asking("COMMIT", []))
    // A transaction that failed is taken back by COMMIT, without an error.
    guard answer.tag == "COMMIT" else {
      throw PostgresError(state: "25P02", isLost: false, words: answer.tag)
    }
  }
}

/// Names that nobody else makes.
package enum PostgresToken {
  /// A name of 32 hexadecimal digits.
  package static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
