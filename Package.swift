// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "cltask",
  products: [
    .executable(name: "cltask", targets: ["cltask"]),
    .library(name: "Measures", targets: ["Measures"]),
    .library(name: "Scoring", targets: ["Scoring"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // From the inside out: a target imports only what stands above it.
    .target(name: "ExactMath"),
    .target(name: "Measures", dependencies: ["ExactMath"]),
    .target(name: "Inference", dependencies: ["ExactMath"]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "SharedTasks",
      dependencies: [
        "CZlib", "Measures", .product(name: "Crypto", package: "swift-crypto"), "Yams",
      ]),
    .target(name: "Scoring", dependencies: ["ExactMath", "Inference", "Measures", "SharedTasks"]),
    .target(
      name: "Attestation",
      dependencies: ["Scoring", "SharedTasks", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Synthesis", dependencies: ["ExactMath", "Inference", "SharedTasks"]),
    .target(
      name: "Reporting",
      dependencies: [
        "Inference", "Measures", "Scoring", "SharedTasks",
        .product(name: "Mustache", package: "swift-mustache"),
      ], resources: [.embedInCode("Leaderboard/Templates")]),
    .executableTarget(
      name: "cltask",
      dependencies: [
        "Attestation", "Inference", "Measures", "Reporting", "Scoring", "SharedTasks", "Synthesis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // For maintainers: writes the synthetic tasks and the benchmark's inputs.
    .executableTarget(name: "synthesize", dependencies: ["Synthesis"], path: "Tests/Synthesize"),

    // For maintainers: how often intervals hold the true value.
    .executableTarget(
      name: "coverage", dependencies: ["Inference", "Measures", "Scoring"], path: "Tests/Coverage"),

    .testTarget(
      name: "ExactMathTests", dependencies: ["ExactMath"], exclude: ["References"]),
    .testTarget(name: "MeasuresTests", dependencies: ["ExactMath", "Measures"]),
    .testTarget(name: "InferenceTests", dependencies: ["Inference"]),
    .testTarget(name: "SharedTasksTests", dependencies: ["Measures", "SharedTasks"]),
    .testTarget(
      name: "ScoringTests", dependencies: ["Inference", "Measures", "Scoring", "SharedTasks"]),
    .testTarget(
      name: "AttestationTests", dependencies: ["Attestation", "Scoring", "SharedTasks"],
      exclude: ["References"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Inference", "Measures", "Reporting", "Scoring", "SharedTasks"]),
    .testTarget(name: "SynthesisTests", dependencies: ["Measures", "SharedTasks", "Synthesis"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["Measures"]),
    .testTarget(name: "CommandLineTests", dependencies: ["cltask"], exclude: []),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
  ]
}
