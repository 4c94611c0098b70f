extension TerminalText {
  /// Text that pdfLaTeX sets as it stands, in OT1 and T1 and without packages.
  ///
  /// Letters of Latin scripts stay as they are where OT1 can put them together; what it has no glyph
  /// for is written out as `\u{65E5}`, as everywhere where text cannot be shown.
  static func latex(_ text: String) -> String {
    var escaped = ""
    var last: Unicode.Scalar?
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if let letter = latexLetters[character] {
        escaped.append(letter)
        last = nil
        continue
      }
      for scalar in character.unicodeScalars {
        if scalar == "-", isMinus(after: last, before: characters[(index + 1)...].first) {
          escaped += "$-$"
        } else if scalar == " ", characters[(index + 1)...].first == "%" {
          escaped += "~"
        } else {
          // Two of these in a row would become one: a dash, a quotation mark.
          if scalar == last, "-',".unicodeScalars.contains(scalar) { escaped += "{}" }
          escaped += latex(scalar)
        }
        last = scalar
      }
    }
    return escaped
  }

  /// A signature in a caption: in letters of one width, which may be broken between its parts.
  static func latexSignature(_ signature: String) -> String {
    "\\texttt{"
      + signature.split(separator: "|", omittingEmptySubsequences: false)
      .map { latex(String($0)) }
      .joined(separator: "|\\allowbreak{}") + "}"
  }

  /// Whether a hyphen is the sign of a number that stands alone or begins an interval.
  private static func isMinus(after last: Unicode.Scalar?, before next: Character?) -> Bool {
    guard let next, next.isASCII, next.isNumber else { return false }
    return last.map { "[ ".unicodeScalars.contains($0) } ?? true
  }

  private static func latex(_ scalar: Unicode.Scalar) -> String {
    if let command = latexCommands[scalar] { return command }
    switch scalar {
    case "&", "%", "$", "#", "_", "{", "}": return "\\\(scalar)"
    case "\t", "\n", "\r": return " "
    case " "..."~": return String(scalar)
    default:
      if scalar.properties.generalCategory == .spaceSeparator { return " " }
      return "\\textbackslash{}u\\{\(String(scalar.value, radix: 16, uppercase: true))\\}"
    }
  }

  /// What OT1 has other glyphs for, and symbols.
  private static let latexCommands: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}",
    "\"": "{\\ttfamily\\char34}", "`": "\\textasciigrave{}",
    "‡": "\\ddag{}", "≥": "$\\geq$", "≤": "$\\leq$", "≈": "$\\approx$", "∞": "$\\infty$",
    "√": "$\\surd$",
    "·": "$\\cdot$", "×": "$\\times$", "±": "$\\pm$", "²": "$^2$", "³": "$^3$",
    "−": "$-$", "–": "--", "—": "---", "…": "\\dots{}", "½": "1/2", "¼": "1/4",
    "“": "{}``", "”": "''", "‘": "{}`", "’": "'", "§": "\\S{}", "°": "$^\\circ$",
    "α": "$\\alpha$", "β": "$\\beta$", "γ": "$\\gamma$", "δ": "$\\delta$", "ε": "$\\varepsilon$",
    "ζ": "$\\zeta$", "η": "$\\eta$", "θ": "$\\theta$", "κ": "$\\kappa$", "λ": "$\\lambda$",
    "μ": "$\\mu$", "µ": "$\\mu$", "π": "$\\pi$", "ρ": "$\\rho$", "σ": "$\\sigma$", "τ": "$\\tau$",
    "φ": "$\\varphi$", "χ": "$\\chi$", "ψ": "$\\psi$", "ω": "$\\omega$", "Γ": "$\\Gamma$",
    "Δ": "$\\Delta$", "Θ": "$\\Theta$", "Λ": "$\\Lambda$", "Π": "$\\Pi$", "Σ": "$\\Sigma$",
    "Φ": "$\\Phi$", "Ψ": "$\\Psi$", "Ω": "$\\Omega$",
  ]

  /// Letters that inputenc and OT1 know, by themselves: a letter and its accent apart are the same.
  private static let latexLetters: [Character: Character] = {
    let letters =
      "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿĀāĂăĆćĈĉĊċČčĎďĒēĔĕĖėĚěĜĝĞğĠġ"
      + "ĢģĤĥĨĩĪīĬĭİıĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŴŵŶŷŸŹźŻżŽžǍǎǏǐǑǒǓǔǦ"
      + "ǧǨǩǰǴǵȘșȚțḂḃḍḞḟḠḡḥḰḱḷṃṅṇṛṣṭẎẏẐẑẞỲỳ"
    return Dictionary(letters.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
