package io.dlpo.optimizer.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.core.spec.CanonicalSpec;
import org.jspecify.annotations.Nullable;

/** The scopes in which sampled replies are shared. */
final class SampleScopes {

  private SampleScopes() {}

  /** Runs with equal specs share a scope, and forks use their parent's. */
  static String of(JsonNode spec, @Nullable ForkPoint fork) {
    return fork == null ? CanonicalSpec.scope((ObjectNode) spec) : fork.sampleScope();
  }
}
