import GazetteText

/// The language of messages and exports.
public typealias ReviewLanguage = Language
