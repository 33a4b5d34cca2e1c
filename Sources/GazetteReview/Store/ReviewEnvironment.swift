/// What the environment says of the review: who reviews, and where the marks are kept.
public enum ReviewEnvironment {
  /// The variables that say where the store is and who reviews.
  public static var variables: [String: String] {
    ReviewFiles.environment(["XDG_STATE_HOME", "HOME", "USER", "LOGNAME"])
  }

  /// Who is logged in: `USER`, `LOGNAME`, or the number of the user where neither is set, as in
  /// containers.
  public static func userName(in variables: [String: String]) -> String {
    [variables["USER"], variables["LOGNAME"]].lazy.compactMap(\.self).first { !$0.isEmpty }
      ?? ReviewFiles.numberedUser()
  }

  /// Where marks are kept that a store cannot take yet: `$XDG_STATE_HOME/gazette/unfinished`, by default
  /// below `~/.local/state`, and beside the store where the environment names neither.
  public static func unfinishedFolder(in variables: [String: String], store: String) -> String {
    let own = try? storePath(in: variables)
    return own.map { ReviewFiles.directory(of: $0) + "/unfinished" } ?? store + ".unfinished"
  }

  /// Where the store is unless somebody names another: `$XDG_STATE_HOME/gazette/review.sqlite`, by
  /// default below `~/.local/state`.
  ///
  /// A relative `XDG_STATE_HOME` does not count, as the XDG Base Directory Specification 0.8
  /// demands.
  public static func storePath(
    in variables: [String: String]
  ) throws(ReviewFailure) -> String {
    if let state = variables["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/gazette/review.sqlite"
    }
    guard let home = variables["HOME"], !home.isEmpty else { throw ReviewFailure(.noHome) }
    return home + "/.local/state/gazette/review.sqlite"
  }
}
