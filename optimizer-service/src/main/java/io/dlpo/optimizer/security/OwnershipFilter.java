package io.dlpo.optimizer.security;

import io.dlpo.optimizer.store.Owned;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks ownership for every endpoint with an id in its path. Runs on the endpoint's thread, which
 * may block.
 */
@Provider
class OwnershipFilter implements ContainerRequestFilter {

  private final Ownership ownership;

  OwnershipFilter(Ownership ownership) {
    this.ownership = ownership;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    List<PathSegment> path = uri.getPathSegments();
    if (path.size() < 2 || !path.getFirst().getPath().equals("api")) {
      return;
    }
    String id = parameter(uri, "id");
    switch (path.get(1).getPath()) {
      case "runs" -> require(Owned.RUN, id);
      case "experiments" -> require(Owned.EXPERIMENT, id);
      case "prompts" -> require(Owned.PROMPT, parameter(uri, "name"));
      case "dead-letters" -> ownership.requireAll();
      default -> {
        // Datasets and estimates are referenced from specs; their endpoints check the ids.
      }
    }
  }

  private static @Nullable String parameter(UriInfo uri, String name) {
    return uri.getPathParameters().getFirst(name);
  }

  private void require(Owned kind, @Nullable String id) {
    if (id != null) {
      ownership.require(kind, id);
    }
  }
}
