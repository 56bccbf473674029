package io.dlpo.backward.gradient;

import io.dlpo.gateway.ModelReply;
import io.dlpo.gateway.ModelRequest;
import java.util.List;

/** Asks the backward model. */
@FunctionalInterface
interface ModelCalls {

  /** The replies to all requests, in their order; asked at the same time. Blocks. */
  List<ModelReply> all(List<ModelRequest> requests);
}
