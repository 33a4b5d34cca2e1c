extension [String] {
  /// The names with a separator between each.
  ///
  /// `joined` of the standard library asks the runtime for conformances when it is first used,
  /// which is slow and would come before the first frame.
  public func separated(by separator: String) -> String {
    var text = ""
    for (index, name) in enumerated() {
      if index > 0 { text += separator }
      text += name
    }
    return text
  }
}
