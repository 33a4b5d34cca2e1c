// Commands that are off for a whole session.

extension Command {
  /// Why a command is off, whatever the state; nil where it is not.
  static func refusal(of action: Action, _ group: Group, in settings: Settings) -> Message? {
    if group == .review, !settings.allowsReview { return Message(.reviewIsOff) }
    return switch action {
    case .writeList, .askForFile: settings.allowsWriting ? nil : Message(.writingIsOff)
    case .openTab(let number) where Tab(number: number) == .review && !settings.allowsReview:
      Message(.reviewIsOff)
    case .editOutside where !settings.allowsEditor: Message(.editorNotAllowed)
    case .suspend where !settings.allowsSuspending: Message(.suspendingIsOff)
    default: nil
    }
  }
}

extension Settings {
  /// Whether the world outside may be asked for something. The keys say so before; this holds for
  /// whatever else may ask.
  func allow(_ effect: Effect) -> Bool {
    switch effect {
    case .edit: allowsEditor
    case .suspend: allowsSuspending
    case .review: allowsReview
    case .write: allowsWriting
    case .openBeside: opensOthers
    case .quit, .repaint, .useMouse, .copy: true
    }
  }
}

extension [Command] {
  /// What hints, help and palette offer: all but what is off. The keys of that still say why.
  func allowed(in settings: Settings) -> [Command] {
    if settings.allowsReview && settings.allowsEditor && settings.allowsSuspending
      && settings.allowsWriting
    {
      return self
    }
    // What marks are written in cannot be come to without a review.
    let closed: ModeSet = settings.allowsReview ? [] : [.review, .note, .tags, .marks]
    return filter {
      Command.refusal(of: $0.action, $0.group, in: settings) == nil
        && !closed.isSuperset(of: $0.modes)
    }
  }
}
