/// What of a unit is copied.
enum CopyPart: Hashable, Sendable {
  case unit, citation, reference
}
