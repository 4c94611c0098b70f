import Measures
import Testing

enum Architecture {
  /// What each target may know of, from the inside out.
  static let dependencies: [String: Set<String>] = [
    "ExactMath": [],
    "Measures": ["ExactMath"],
    "Inference": ["ExactMath"],
    "CZlib": [],
    "SharedTasks": ["CZlib", "Measures", "Crypto", "Yams"],
    "Scoring": ["ExactMath", "Inference", "Measures", "SharedTasks"],
    "Attestation": ["Crypto", "Scoring", "SharedTasks"],
    "Synthesis": ["ExactMath", "Inference", "SharedTasks"],
    "Reporting": ["Inference", "Measures", "Mustache", "Scoring", "SharedTasks"],
    "cltask": [
      "ArgumentParser", "Attestation", "Inference", "Measures", "Reporting", "Scoring",
      "SharedTasks", "Synthesis",
    ],
    "synthesize": ["Synthesis"],
    "coverage": ["Inference", "Measures", "Scoring"],
  ]

  /// The standard library, Foundation and the C library.
  static let system: Set<String> = [
    "Swift", "Foundation", "FoundationEssentials", "Darwin", "Glibc", "Musl",
  ]
}

@Suite("The architecture")
struct ArchitectureTests {
  @Test(
    "the targets of the package depend on each other as the table says",
    .enabled(if: PackageGraph.swift != nil, "there is no swift on the PATH"))
  func graph() throws {
    let swift = try #require(PackageGraph.swift)
    let targets = try PackageGraph.read(with: swift).targets.filter { $0.type != "test" }
    let found = Dictionary(
      uniqueKeysWithValues: targets.map { ($0.name, Set($0.dependencies.map(\.name))) })
    #expect(Set(found.keys) == Set(Architecture.dependencies.keys))
    for (name, dependencies) in found {
      #expect(dependencies == Architecture.dependencies[name], "of \(name)")
    }
  }

  @Test("no target is below itself")
  func hasLayers() {
    var placed: Set<String> = []
    var rest = Architecture.dependencies.mapValues {
      $0.filter { Architecture.dependencies[$0] != nil }
    }
    while let next = rest.first(where: { $0.value.isSubset(of: placed) }) {
      placed.insert(next.key)
      rest[next.key] = nil
    }
    #expect(rest.isEmpty)
  }

  @Test(
    "a file imports only what its target declares",
    arguments: Architecture.dependencies.keys.sorted())
  func imports(_ target: String) throws {
    let ofMaintainers = ["synthesize": "Tests/Synthesize", "coverage": "Tests/Coverage"]
    let folder = ofMaintainers[target] ?? "Sources/\(target)"
    let allowed = (Architecture.dependencies[target] ?? []).union(Architecture.system)
    for file in Repository.swiftFiles(under: folder) {
      for (number, line) in try Repository.text(file).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        guard let module = Self.module(importedBy: line) else { continue }
        #expect(allowed.contains(module), "\(file):\(number + 1) imports \(module)")
      }
    }
  }

  @Test("mathematics and measures need nothing but the standard library")
  func pureTargets() throws {
    for target in ["ExactMath", "Measures", "Inference"] {
      for file in Repository.swiftFiles(under: "Sources/\(target)") {
        let modules = try Repository.text(file).split(separator: "\n").compactMap {
          Self.module(importedBy: $0)
        }
        #expect(Set(modules).isSubset(of: ["ExactMath"]), "\(file) imports \(modules)")
      }
    }
  }

  @Test("every folder of Sources is a target")
  func folders() {
    let folders = Repository.swiftFiles(under: "Sources").compactMap {
      $0.split(separator: "/").dropFirst().first.map(String.init)
    }
    #expect(Set(folders).isSubset(of: Set(Architecture.dependencies.keys)))
  }

  @Test("no file is named after nothing in particular")
  func names() {
    let empty = ["Util", "Utils", "Utilities", "Helper", "Helpers", "Common", "Misc", "Manager"]
    for file in Repository.swiftFiles(under: "Sources") + Repository.swiftFiles(under: "Tests") {
      let name = file.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      #expect(!empty.contains { name.hasSuffix($0) }, "\(file)")
    }
  }

  @Test("a measure is found where it says that it is", arguments: MeasureCatalog.all)
  func sourceFile(_ definition: MeasureDefinition) throws {
    let file = definition.sourceFile
    try #require(Repository.exists(file), "there is no \(file)")
    #expect(try Repository.text(file).contains("\"\(definition.name)\""), "\(file)")
  }

  /// The module that a line imports.
  private static func module(importedBy line: Substring) -> String? {
    let words = line.split(separator: " ")
    guard let position = words.firstIndex(of: "import"), position + 1 < words.count else {
      return nil
    }
    let access = ["public", "package", "internal", "private", "fileprivate", "@testable"]
    guard words[..<position].allSatisfy({ access.contains(String($0)) }) else { return nil }
    let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    let named = words[(position + 1)...].first { !kinds.contains(String($0)) }
    return named?.split(separator: ".").first.map(String.init)
  }
}
