package io.dlpo.optimizer.rest;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters without a value, which the framework would read as left out. */
class EmptyParameterFilter {

  @ServerRequestFilter
  void filter(UriInfo uri) {
    List<Problem> problems =
        uri.getQueryParameters().entrySet().stream()
            .filter(parameter -> parameter.getValue().contains(""))
            .map(parameter -> Problem.of(parameter.getKey(), "", "a value; or leave it out"))
            .toList();
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
  }
}
