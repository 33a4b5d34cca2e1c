/// The keys of the reader, for sentences that name some.
struct KeyLabels: Sendable {
  private let find: @Sendable (Substring) -> String

  /// - Parameter find: The key of the command of that name.
  init(find: @escaping @Sendable (Substring) -> String) {
    self.find = find
  }

  /// The key of a command as people write it; the name of the command where nothing asks for it.
  func label(of id: Substring) -> String { find(id) }
}
