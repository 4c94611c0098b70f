/// The colours of pictures.
///
/// Okabe and Ito, "Color Universal Design" (2008): hues that people tell apart whatever colours they
/// see. Of the eight those are taken that have a contrast of at least 3 : 1 with the ground (WCAG 2.2,
/// success criterion 1.4.11); on a dark one blue and vermillion make way for sky blue and orange. No
/// picture says anything by colour alone.
enum Hue: Int, Sendable, CaseIterable {
  case blue = 1
  case vermillion
  case green
  case purple

  /// On a light ground.
  var light: String {
    switch self {
    case .blue: "#0072B2"
    case .vermillion: "#D55E00"
    case .green: "#009E73"
    case .purple: "#CC79A7"
    }
  }

  /// On a dark ground.
  var dark: String {
    switch self {
    case .blue: "#56B4E9"
    case .vermillion: "#E69F00"
    case .green, .purple: light
    }
  }

  /// The class of what is filled with it.
  var fill: String { "hue-\(rawValue)" }
  /// The class of lines in it.
  var stroke: String { "line-\(rawValue)" }
}

/// What a page needs in its style sheet for pictures. Without it they are drawn for a light ground.
enum PictureStyle {
  static var css: String {
    func properties(_ color: (Hue) -> String) -> String {
      Hue.allCases.map { "--picture-\($0.rawValue): \(color($0));" }.joined(separator: " ")
    }
    let hues = Hue.allCases.map {
      ".picture .\($0.fill) { fill: var(--picture-\($0.rawValue)); }\n"
        + ".picture .\($0.stroke) { stroke: var(--picture-\($0.rawValue)); }\n"
    }.joined()
    return """
      :root { \(properties(\.light)) }
      @media screen and (prefers-color-scheme: dark) {
        :root { \(properties(\.dark)) }
      }
      .picture { display: block; max-width: 100%; height: auto; font-variant-numeric: tabular-nums; }
      \(hues)@media print { .picture { break-inside: avoid; } }

      """
  }
}
