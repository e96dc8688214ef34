// The SI's defining constants that the essays use. All are exact by definition since 2019.
// Source: BIPM, The International System of Units, 9th edition (2019), doi:10.59161/AUEZ1291.

/// The Boltzmann constant k, in J/K; exact.
///
/// - Shape and units: a number, in J/K.
/// - Edge cases: none; exact, and rounded once to a double.
/// - Source: BIPM (2019), doi:10.59161/AUEZ1291.
public let boltzmann = 1.380649e-23

/// One electronvolt, in J; exact.
///
/// - Shape and units: a number, in J.
/// - Edge cases: none; exact, and rounded once to a double.
/// - Source: BIPM (2019), doi:10.59161/AUEZ1291.
public let electronvolt = 1.602176634e-19

/// The Planck constant h, in J·s; exact.
///
/// - Shape and units: a number, in J·s.
/// - Edge cases: none; exact, and rounded once to a double.
/// - Source: BIPM (2019), doi:10.59161/AUEZ1291.
public let planck = 6.62607015e-34

/// The speed of light in vacuum c, in m/s; exact.
///
/// - Shape and units: a number, in m/s.
/// - Edge cases: none; exact as a double too.
/// - Source: BIPM (2019), doi:10.59161/AUEZ1291.
public let speedOfLight = 299_792_458.0

/// The Avogadro constant, in 1/mol; exact.
///
/// - Shape and units: a number, in 1/mol.
/// - Edge cases: none; exact, and rounded once to a double.
/// - Source: BIPM (2019), doi:10.59161/AUEZ1291.
public let avogadro = 6.02214076e23
