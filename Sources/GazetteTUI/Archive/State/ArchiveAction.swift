/// What a key asks of the room of an archive (文库).
enum ArchiveAction: Hashable, Sendable {
  /// Opens what the selected row leads to.
  case open
  /// Back to the list before.
  case back
  /// Back, and from the issues out of the archive.
  case leave
  /// Typing what to look for, what to narrow the issues to, and whom to ask for references to.
  case find, narrow, references
  /// One of the lists.
  case issues, bodies, deadlines, years
  /// The keys.
  case help
}
