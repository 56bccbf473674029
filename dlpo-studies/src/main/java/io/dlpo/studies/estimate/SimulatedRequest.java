package io.dlpo.studies.estimate;

/**
 * A request to a model.
 *
 * @param ownCharacters characters of the asking service's own words; 0 if the texts hold them
 * @param system texts that many requests share
 * @param user texts of this one
 */
record SimulatedRequest(int ownCharacters, String system, String user) {

  /** A request whose whole text is known. */
  SimulatedRequest(String system, String user) {
    this(0, system, user);
  }
}
