package io.dlpo.studies.estimate;

/**
 * A request to a model.
 *
 * @param ownCharacters characters of the service's own instructions; 0 if the texts include them
 * @param system text shared by many requests
 * @param user text of this request
 */
record SimulatedRequest(int ownCharacters, String system, String user) {

  /** A request whose texts are complete. */
  SimulatedRequest(String system, String user) {
    this(0, system, user);
  }
}
