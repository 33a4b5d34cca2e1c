/// Options that are given twice where only one counts: which one was meant nobody can know.
enum RepeatedOption {
  /// The first of them, with its hyphens; nil where every option stands once or may stand often.
  static func first(in arguments: [String]) -> String? {
    var names: [String] = []
    for word in arguments.prefix(while: { $0 != "--" }) where word.hasPrefix("-") && word != "-" {
      names.append(String(word.prefix { $0 != "=" }))
    }
    // What the commands take is asked only where a word stands twice.
    guard Set(names).count < names.count, let root = try? CommandDescription.root() else {
      return nil
    }
    let command = root.command(named: arguments).command
    var seen: Set<String> = []
    for name in names {
      guard
        let option = command.arguments.first(where: { $0.names.contains(name) }),
        option.kind == .option, !option.isRepeating
      else { continue }
      if !seen.insert(option.names.last ?? name).inserted { return name }
    }
    return nil
  }
}
