package io.dlpo.core.statistics;

/** Samples whose statistics SciPy 1.17 has worked out. */
final class Samples {

  static final Sample FIRST = Sample.of(.62, .71, .55, .80, .66);
  static final Sample SECOND = Sample.of(.70, .74, .68, .79, .77);
  static final Sample WIDE = Sample.of(.50, .90, .30, .95, .60);

  private Samples() {}
}
