package io.dlpo.events.channel;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;

/** The end that SIGTERM brings, with a status of its own. */
@DefaultBean
@ApplicationScoped
class QuarkusEnd implements ProcessEnd {

  @Override
  public void with(int status) {
    Quarkus.asyncExit(status);
  }
}
