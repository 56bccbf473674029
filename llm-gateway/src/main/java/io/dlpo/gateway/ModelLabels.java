package io.dlpo.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of models as labels of metrics. Specs name them, so there must be a bound: so many names
 * are told apart, the first ones that this process meets, and all further ones are one.
 * Thread-safe.
 */
final class ModelLabels {

  /** The label of all names beyond the bound, and of those that are too long. */
  static final String OTHER = "other";

  private static final int LONGEST = 100;

  private final int most;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  ModelLabels(int most) {
    this.most = most;
  }

  String of(String model) {
    return known.contains(model) || isNew(model) ? model : OTHER;
  }

  private synchronized boolean isNew(String model) {
    if (model.length() > LONGEST || known.size() >= most) {
      return known.contains(model);
    }
    known.add(model);
    return true;
  }
}
