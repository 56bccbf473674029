package io.dlpo.events.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Logs each message as a JSON object on a line of its own, if {@code dlpo.log.json} is set. What
 * Quarkus logs before the application starts is still text.
 */
@ApplicationScoped
public class JsonConsole {

  private static final int FIRST = 1;

  private final boolean json;

  JsonConsole(@ConfigProperty(name = "dlpo.log.json") boolean json) {
    this.json = json;
  }

  void onStart(@Observes @Priority(FIRST) StartupEvent event) {
    if (json) {
      format(LogContext.getLogContext().getLogger("").getHandlers());
    }
  }

  /** Quarkus keeps its handlers within another one, which holds messages until it has started. */
  static void format(Handler[] handlers) {
    for (Handler handler : handlers) {
      if (handler instanceof ConsoleHandler console) {
        console.setFormatter(new JsonLogFormatter());
      } else if (handler instanceof ExtHandler outer) {
        format(outer.getHandlers());
      }
    }
  }
}
