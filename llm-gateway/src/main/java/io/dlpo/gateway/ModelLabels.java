package io.dlpo.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of models or endpoints as metric labels. Specs choose the names, so their number is
 * limited: the first ones that this process sees keep their name, all others share one label.
 * Thread-safe.
 */
public final class ModelLabels {

  /** The label of names over the limit and of names that are too long. */
  static final String OTHER = "other";

  private static final int LONGEST = 100;

  private final int limit;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /**
   * @param limit how many names are told apart
   */
  public ModelLabels(int limit) {
    this.limit = limit;
  }

  /** The label of a name. */
  public String of(String model) {
    return known.contains(model) || isNew(model) ? model : OTHER;
  }

  private synchronized boolean isNew(String model) {
    if (model.length() > LONGEST || known.size() >= limit) {
      return known.contains(model);
    }
    known.add(model);
    return true;
  }
}
