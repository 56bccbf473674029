package io.dlpo.optimizer.security;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.optimizer.store.Owned;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Checks the id and the ownership for every endpoint with an id in its path. Runs on the endpoint's
 * thread, which may block.
 */
class OwnershipFilter {

  private final Ownership ownership;

  OwnershipFilter(Ownership ownership) {
    this.ownership = ownership;
  }

  /** Reads the path of the resource, not of the request, which can be spelled in several ways. */
  @ServerRequestFilter
  void filter(ResourceInfo resource, UriInfo uri) {
    String path = resource.getResourceClass().getAnnotation(Path.class).value();
    String id = uri.getPathParameters().getFirst("id");
    if (path.startsWith("/api/runs")) {
      require(Owned.RUN, id);
    } else if (path.startsWith("/api/experiments")) {
      require(Owned.EXPERIMENT, id);
    } else if (path.startsWith("/api/prompts")) {
      require(Owned.PROMPT, uri.getPathParameters().getFirst("name"));
    } else if (path.startsWith("/api/dead-letters")) {
      ownership.requireAll();
    }
    // Datasets and estimates are referenced from specs; their endpoints check the ids.
  }

  private void require(Owned kind, @Nullable String id) {
    if (id != null) {
      if (kind != Owned.PROMPT) {
        check(kind, id);
      }
      ownership.require(kind, id);
    }
  }

  /** The ids of runs and experiments have the same characters. */
  private static void check(Owned kind, String id) {
    try {
      new RunId(id);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Problem.of(
              kind == Owned.RUN ? "runId" : "experimentId",
              id,
              "1 to 100 letters, digits, '.', '_' and '-', starting with a letter or digit"));
    }
  }
}
