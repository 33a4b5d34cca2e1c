// swift-tools-version: 6.1
import PackageDescription

/// lld links static Foundation without the linker warnings that the default linker prints for glibc's
/// `mktemp`, and its output starts faster.
let linker: [LinkerSetting] = [.unsafeFlags(["-use-ld=lld"])]

let package = Package(
  name: "gazette",
  products: [
    .executable(name: "gazette", targets: ["GazetteTUI"]),
    .library(name: "GazetteModel", targets: ["GazetteModel"]),
    .library(name: "GazetteReview", targets: ["GazetteReview"]),
    .library(name: "GazetteExport", targets: ["GazetteExport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .target(name: "CContent"),
    .target(name: "CMemory"),
    .target(name: "GazetteModel", dependencies: ["CContent"]),
    .target(
      name: "GazetteReview",
      dependencies: ["GazetteModel", .product(name: "GRDB", package: "GRDB.swift")]
    ),
    .target(name: "GazetteExport", dependencies: ["GazetteModel", "GazetteReview"]),
    .executableTarget(
      name: "GazetteTUI",
      dependencies: [
        "CMemory", "CNcurses", "GazetteExport", "GazetteModel", "GazetteReview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      linkerSettings: linker
    ),
    .executableTarget(
      name: "GazetteBenchmarks", dependencies: ["GazetteModel"], linkerSettings: linker),
    .testTarget(
      name: "GazetteModelTests", dependencies: ["GazetteModel"],
      exclude: ["Annotations", "Corpus"],
      linkerSettings: linker),
    .testTarget(
      name: "GazetteReviewTests",
      dependencies: [
        "GazetteExport", "GazetteReview", "GazetteModel",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      linkerSettings: linker),
    .testTarget(
      name: "GazetteExportTests",
      dependencies: ["GazetteExport", "GazetteReview", "GazetteModel"],
      linkerSettings: linker),
    .testTarget(
      name: "GazetteTUITests",
      dependencies: ["GazetteTUI", "GazetteExport", "GazetteModel", "GazetteReview"],
      exclude: ["Frames"],
      linkerSettings: linker),
    .testTarget(
      name: "GazetteEndToEndTests", dependencies: [.product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Hostile"], linkerSettings: linker),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
