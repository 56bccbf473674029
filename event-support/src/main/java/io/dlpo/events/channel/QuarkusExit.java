package io.dlpo.events.channel;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;

/** The same shutdown as on SIGTERM, with an exit status. */
@DefaultBean
@ApplicationScoped
class QuarkusExit implements ProcessExit {

  @Override
  public void with(int status) {
    Quarkus.asyncExit(status);
  }
}
