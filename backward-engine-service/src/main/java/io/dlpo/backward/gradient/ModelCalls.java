package io.dlpo.backward.gradient;

import io.dlpo.gateway.ModelReply;
import io.dlpo.gateway.ModelRequest;
import java.util.List;

/** Calls the backward model. */
@FunctionalInterface
interface ModelCalls {

  /** Sends all requests concurrently and returns the replies in the same order. Blocks. */
  List<ModelReply> all(List<ModelRequest> requests);
}
