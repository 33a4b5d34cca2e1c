/// The language of messages and exports.
public enum ReviewLanguage: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
